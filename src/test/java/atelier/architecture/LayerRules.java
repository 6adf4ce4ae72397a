package atelier.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Which layer may use what. The rules hold for the layers below any root package, so that each can
 * be shown to fail on a small tree of its own.
 *
 * @param root the package that holds {@code model}, {@code engine}, {@code service}, {@code ui},
 *     {@code cli} and {@code app}
 */
record LayerRules(String root) {

    private static final String DJL = "ai.djl..";
    private static final String ONNX_RUNTIME = "ai.onnxruntime..";
    private static final String JAVAFX = "javafx..";
    private static final String[] JDK = {"java..", "org.jspecify.."};

    /**
     * The rules by name; the name is also that of the package with the rule's violating fixture.
     */
    SequencedMap<String, ArchRule> byName() {
        SequencedMap<String, ArchRule> rules = new LinkedHashMap<>();
        rules.putAll(ofLayers());
        rules.put(
                "signatures", new EngineTypeRule(layer("engine")).inNoSignatureOutsideTheEngine());
        rules.putAll(new CodeRules(root).byName());
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
        return rules;
    }

    private Map<String, ArchRule> ofLayers() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "model",
                only("model", JDK, layer("model"))
                        .because(
                                "the domain's words outlive every library, and each layer can share what depends on none"));
        rules.put(
                "engine",
                only(
                                "engine",
                                JDK,
                                layer("engine"),
                                layer("model"),
                                DJL,
                                ONNX_RUNTIME,
                                "tools.jackson..",
                                "org.slf4j..")
                        .because(
                                "the machinery trains and generates without a window, a command line or a database"));
        rules.put(
                "service",
                none("service", DJL, ONNX_RUNTIME, JAVAFX, layer("ui"), layer("cli"), layer("app"))
                        .because(
                                "use cases say what is done; tensors stay in the engine, and both ways in call the same services"));
        rules.put(
                "ui",
                none("ui", DJL, ONNX_RUNTIME, layer("engine"), layer("cli"), layer("app"))
                        .because(
                                "the window shows what services do and can be changed without touching the machinery"));
        rules.put(
                "controllers",
                noClasses()
                        .that()
                        .resideInAPackage(layer("ui"))
                        .and()
                        .haveSimpleNameEndingWith("Controller")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                                layer("service"),
                                                "java.sql..",
                                                "javax.imageio..",
                                                "java.util.concurrent..")
                                        .or(type(Files.class)))
                        .because(
                                "controllers run on the JavaFX thread and decide nothing: models ask services, beside it"));
        rules.put(
                "cli",
                none("cli", DJL, ONNX_RUNTIME, JAVAFX, layer("engine"), layer("ui"), layer("app"))
                        .because(
                                "commands work over the same services as the window and without a display"));
        rules.put(
                "app",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(layer("app"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(layer("app"))
                        .because("the wiring knows everything, so whoever used it would, too"));
        return rules;
    }

    private String layer(String name) {
        return root + "." + name + "..";
    }

    private ArchRule only(String layer, String[] always, String... alsoAllowed) {
        return classes()
                .that()
                .resideInAPackage(layer(layer))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(always, alsoAllowed).flatMap(Stream::of).toArray(String[]::new));
    }

    private ArchRule none(String layer, String... forbidden) {
        return noClasses()
                .that()
                .resideInAPackage(layer(layer))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }
}
