package atelier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * What holds in every layer alike.
 *
 * @param root the package that holds the layers
 */
record CodeRules(String root) {

    Map<String, ArchRule> byName() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "cycles",
                slices().matching(slicePattern())
                        .should()
                        .beFreeOfCycles()
                        .because(
                                "what depends on each other cannot be read, tested or changed one by one"));
        rules.put(
                "json",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "com.google.gson..",
                                "org.json..",
                                "com.fasterxml.jackson.core..",
                                "com.fasterxml.jackson.databind..",
                                "jakarta.json..")
                        .because(
                                "Jackson 3 is the one JSON library; gson comes along for DJL alone"));
        rules.put(
                "logging",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.util.logging..",
                                "org.apache.commons.logging..",
                                "org.apache.logging..",
                                "org.apache.log4j..",
                                "ch.qos.logback..")
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(System.Logger.class, System.LoggerFinder.class)
                        .because(
                                "one log with one set of levels: SLF4J's, whose backend is no concern of the code"));
        rules.put(
                "streams",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(root + ".cli..", root + ".app..")
                        .should(ACCESS_STANDARD_STREAMS)
                        .because(
                                "the terminal belongs to the commands, whose output other programs read"));
        rules.put(
                "nullness",
                classes()
                        .should(resideInANullMarkedPackage())
                        .because("the compiler checks for null only where the package is marked"));
        return rules;
    }

    /** Each package is a slice of its own. */
    String slicePattern() {
        return root + ".(**)";
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is marked with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                        type.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                events.add(
                        new SimpleConditionEvent(
                                type,
                                marked,
                                type.getFullName() + " is in a package without @NullMarked"));
            }
        };
    }
}
