package atelier.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.library.dependencies.Slice;
import com.tngtech.archunit.library.dependencies.Slices;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The program keeps each rule, and each rule fails where it is broken. */
class ArchitectureTest {

    private static final String ROOT = "atelier";
    private static final String FIXTURES = "atelier.architecture.fixture.";

    private static JavaClasses program;

    @BeforeAll
    static void readTheProgram() {
        program =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT);
    }

    @TestFactory
    Stream<DynamicTest> theProgramKeepsEachRule() {
        return new LayerRules(ROOT)
                .byName().entrySet().stream()
                        .map(rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(program)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleFailsOnEveryBadClassOfItsFixtureAndOnNoGoodOne() {
        return new LayerRules(ROOT)
                .byName().keySet().stream()
                        .map(name ->
                                DynamicTest.dynamicTest(
                                        name, () -> checkThatTheFixtureIsRed(name)));
    }

    private static void checkThatTheFixtureIsRed(String name) {
        String root = FIXTURES + name;
        ArchRule rule = new LayerRules(root).byName().get(name);
        JavaClasses fixture = new ClassFileImporter().importPackages(root);
        EvaluationResult result = rule.evaluate(fixture);
        String report = String.join("\n", result.getFailureReport().getDetails());

        List<String> bad = names(fixture, "Bad");
        assertThat(bad).as("classes of the fixture that break the rule").isNotEmpty();
        assertThat(bad).allSatisfy(type -> assertThat(report).contains(type));
        assertThat(names(fixture, "Good"))
                .allSatisfy(type -> assertThat(report).doesNotContain(type));
        assertThat(rule.getDescription()).as("the rule says why").contains("because");
    }

    private static List<String> names(JavaClasses classes, String prefix) {
        return classes.stream()
                .map(JavaClass::getFullName)
                .filter(name -> name.contains("." + prefix))
                .toList();
    }

    @Test
    void theRuleAgainstCyclesSeesEachPackageAsASliceOfItsOwn() {
        long packages = program.stream().map(JavaClass::getPackageName).distinct().count();
        Iterable<Slice> found =
                Slices.matching(new CodeRules(ROOT).slicePattern()).transform(program);
        assertThat(StreamSupport.stream(found.spliterator(), false).count())
                .isEqualTo(packages)
                .isGreaterThan(5);
    }
}
