package atelier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the types of DJL and ONNX Runtime may stand in a field, a parameter or a result, type
 * arguments included.
 *
 * @param engine the package pattern of the engine
 */
record EngineTypeRule(String engine) {

    private static final List<String> LIBRARIES = List.of("ai.djl.", "ai.onnxruntime.");

    ArchRule inNoSignatureOutsideTheEngine() {
        return classes()
                .that()
                .resideOutsideOfPackage(engine)
                .should(nameNoTypeOfTheLibraries())
                .because(
                        "an array or a session belongs to one thread and one owner, who closes it: the engine");
    }

    private static ArchCondition<JavaClass> nameNoTypeOfTheLibraries() {
        return new ArchCondition<>(
                "name no type of DJL or ONNX Runtime in a field, a parameter or a result") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().forEach(member -> checkMember(member, events));
            }
        };
    }

    private static void checkMember(JavaMember member, ConditionEvents events) {
        typesOf(member)
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Collection::stream)
                .filter(type -> LIBRARIES.stream().anyMatch(type.getFullName()::startsWith))
                .forEach(type ->
                        events.add(
                                SimpleConditionEvent.violated(
                                        member,
                                        member.getFullName() + " names " + type.getFullName())));
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        return switch (member) {
            case JavaField field -> Stream.of(field.getType());
            case JavaCodeUnit code ->
                    Stream.concat(
                            Stream.of(code.getReturnType()), code.getParameterTypes().stream());
            default -> Stream.empty();
        };
    }
}
