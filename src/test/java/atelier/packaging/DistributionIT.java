package atelier.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build leaves in the distribution's folder. */
class DistributionIT {

    private static final List<String> MODULES =
            List.of("base", "controls", "fxml", "graphics", "swing");

    private static List<String> names(String part) throws IOException {
        try (Stream<Path> files = Files.list(Launch.distribution().resolve(part))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> matching(String part, String regex) throws IOException {
        return names(part).stream().filter(Pattern.compile(regex).asMatchPredicate()).toList();
    }

    @Test
    void theModulePathHoldsEachJavaFxModuleOnceForOnePlatform() throws IOException {
        List<String> platforms =
                names("modules").stream()
                        .map(name -> name.replaceAll("^javafx-[a-z]+-[\\d.]+-(.+)\\.jar$", "$1"))
                        .distinct()
                        .toList();
        assertThat(platforms).hasSize(1);
        assertThat(
                        names("modules").stream()
                                .map(name -> name.replaceAll("^javafx-([a-z]+)-.*", "$1")))
                .containsExactlyElementsOf(MODULES);
    }

    @Test
    void theClassPathHoldsNoJavaFx() throws IOException {
        assertThat(matching("lib", "javafx.*")).isEmpty();
    }

    @Test
    void theClassPathHoldsAtelierAndOneBuildOfEachEngine() throws IOException {
        assertThat(names("lib")).contains("atelier.jar", "jvm.options", "find-java.sh");
        assertThat(matching("lib", "onnxruntime.*")).hasSize(1);
        assertThat(matching("lib", "pytorch-jni-.*")).hasSize(1);
    }

    @Test
    void theBuildForCpusHoldsLibTorchForThePlatformAndNothingForAGpu() throws IOException {
        if (System.getProperty("natives.flavour").startsWith("CUDA")) {
            assertThat(matching("lib", "pytorch-native.*")).isEmpty();
            assertThat(matching("lib", "onnxruntime_gpu.*")).hasSize(1);
        } else {
            assertThat(matching("lib", "pytorch-native.*"))
                    .singleElement()
                    .asString()
                    .matches(
                            "pytorch-native-cpu-[\\d.]+-"
                                    + Pattern.quote(System.getProperty("platform"))
                                    + "\\.jar");
            assertThat(matching("lib", ".*(gpu|cuda|cu12).*")).isEmpty();
        }
    }

    @Test
    void licenceAndManifestOfNativesAreThere() {
        assertThat(Launch.distribution().resolve("LICENSE")).isNotEmptyFile();
        assertThat(Launch.distribution().resolve("native/manifest.json")).isNotEmptyFile();
    }

    /** Without it a start takes half as long again; with another JDK's it would be of no use. */
    @Test
    void theBuildRemembersAStartOfTheWindowForThisMachine() throws Exception {
        assertThat(Launch.distribution().resolve("lib/atelier.aot")).isNotEmptyFile();
        Process process =
                new ProcessBuilder(
                                Launch.realJdk().resolve("bin/java").toString(),
                                "-XX:AOTMode=on",
                                "-XX:AOTCache=" + Launch.distribution().resolve("lib/atelier.aot"),
                                "@" + Launch.distribution().resolve("lib/jvm.options"),
                                "--module-path",
                                Launch.distribution().resolve("modules").toString(),
                                "-cp",
                                Launch.distribution().resolve("lib/atelier.jar").toString(),
                                "atelier.app.Main",
                                "--version")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void theJarNamesEveryOtherJarOfTheClassPath() throws IOException {
        Path lib = Launch.distribution().resolve("lib");
        try (JarFile jar = new JarFile(lib.resolve("atelier.jar").toFile())) {
            String path =
                    jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            List<String> named = List.of(path.split(" "));
            assertThat(matching("lib", ".*\\.jar"))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(
                                            Stream.of("atelier.jar"),
                                            named.stream()
                                                    .filter(name -> !name.startsWith("javafx-")))
                                    .toList());
        }
    }

    @Test
    void noPlaceholderIsLeftInTheLaunchers() throws IOException {
        for (String launcher : List.of("atelier", "atelier.bat")) {
            assertThat(Files.readString(Launch.distribution().resolve("bin").resolve(launcher)))
                    .doesNotContain("@{");
        }
    }

    @Test
    void theBatchFileIsAsTheWindowsShellReadsIt() throws IOException {
        byte[] batch = Files.readAllBytes(Launch.distribution().resolve("bin/atelier.bat"));
        String text = new String(batch, StandardCharsets.ISO_8859_1);
        assertThat(text.chars()).allMatch(c -> c < 0x80);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void bothLaunchersUnderstandTheSameVariablesAndStartTheSameWay() throws IOException {
        Path distribution = Launch.distribution();
        String posix =
                Files.readString(distribution.resolve("bin/atelier"))
                        + Files.readString(distribution.resolve("lib/find-java.sh"));
        String batch = Files.readString(distribution.resolve("bin/atelier.bat"));
        for (String word :
                List.of(
                        "ATELIER_JAVA",
                        "JAVA_HOME",
                        "JAVA25_HOME",
                        "ATELIER_JVM_FOLDERS",
                        "OPT_OUT_TRACKING",
                        "jvm.options",
                        "atelier.aot",
                        "--module-path",
                        "-Datelier.home=",
                        "atelier.app.Main")) {
            assertThat(posix).contains(word);
            assertThat(batch).contains(word);
        }
    }
}
