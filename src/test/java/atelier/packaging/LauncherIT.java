package atelier.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How {@code bin/atelier} finds its JDK and what it says when it finds none. */
@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason = "Windows has no POSIX shell; bin/atelier.bat is its launcher")
class LauncherIT {

    @TempDir Path folder;

    private FakeJdk old;

    @BeforeEach
    void makeAnOldJava() throws IOException {
        old = FakeJdk.make(folder.resolve("jdk-17"), "17.0.1");
    }

    /** Links out of a temporary folder are warned about when it is cleared away. */
    @AfterEach
    void deleteLinks() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /** A start with Java 17 first on the PATH and in JAVA_HOME, where most machines have theirs. */
    private Launch amongOldJavas() {
        return new Launch(folder).pathFirst(old.bin()).with("JAVA_HOME", old.home());
    }

    private void assertRanOnTheRealJdk(Launch.Result result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("Atelier ")
                .contains("\nJava " + System.getProperty("java.version") + " ");
        assertThat(result.exit()).isZero();
        assertThat(old.wasStarted()).isFalse();
    }

    private void assertOneLineAndNothingStarted(Launch.Result result) {
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        assertThat(old.wasStarted()).isFalse();
    }

    @Test
    void aJdkInTheSystemsFoldersIsFoundBehindAJava17() throws Exception {
        Path jvms = Files.createDirectories(folder.resolve("jvm"));
        Files.createSymbolicLink(jvms.resolve("some-25"), Launch.realJdk());
        Files.createSymbolicLink(jvms.resolve("some-17"), old.home());
        assertRanOnTheRealJdk(amongOldJavas().with("ATELIER_JVM_FOLDERS", jvms).run("--version"));
    }

    @Test
    void aJdkInJava25HomeIsFoundBehindAJava17() throws Exception {
        assertRanOnTheRealJdk(
                amongOldJavas().with("JAVA25_HOME", Launch.realJdk()).run("--version"));
    }

    @Test
    void aJdkInJavaHomeIsFoundBehindAJava17OnThePath() throws Exception {
        assertRanOnTheRealJdk(amongOldJavas().with("JAVA_HOME", Launch.realJdk()).run("--version"));
    }

    @Test
    void aJdkLaterOnThePathIsFoundBehindAJava17() throws Exception {
        assertRanOnTheRealJdk(
                new Launch(folder)
                        .pathFirst(Launch.realJdk().resolve("bin"))
                        .pathFirst(old.bin())
                        .run("--version"));
    }

    @Test
    void atelierJavaMayNameTheProgramOrItsFolder() throws Exception {
        assertRanOnTheRealJdk(
                amongOldJavas().with("ATELIER_JAVA", Launch.realJdk()).run("--version"));
        assertRanOnTheRealJdk(
                amongOldJavas()
                        .with("ATELIER_JAVA", Launch.realJdk().resolve("bin/java"))
                        .run("--version"));
    }

    @Test
    void atelierJavaComesBeforeAllOthers() throws Exception {
        FakeJdk chosen = FakeJdk.make(folder.resolve("chosen"), "25");
        Launch.Result result =
                new Launch(folder)
                        .with("JAVA_HOME", Launch.realJdk())
                        .with("ATELIER_JAVA", chosen.home())
                        .run("--version");
        assertThat(result.exit()).isZero();
        assertThat(chosen.wasStarted()).isTrue();
    }

    @Test
    void theNewestOfAFolderIsTaken() throws Exception {
        Path jvms = folder.resolve("many of them");
        FakeJdk.makeWithReleaseFile(jvms.resolve("a-25"), "25.0.3");
        FakeJdk newest = FakeJdk.makeWithReleaseFile(jvms.resolve("b-27"), "27-ea");
        FakeJdk.makeWithReleaseFile(jvms.resolve("c-26"), "26.0.1");
        FakeJdk.makeWithReleaseFile(jvms.resolve("d-8"), "1.8.0_402");
        Files.createDirectories(jvms.resolve("e-empty"));
        assertThat(
                        new Launch(folder)
                                .with("ATELIER_JVM_FOLDERS", folder + "/none:" + jvms)
                                .run()
                                .exit())
                .isZero();
        assertThat(newest.wasStarted()).isTrue();
    }

    @Test
    void macosBundlesAreLookedInto() throws Exception {
        Path jvms = folder.resolve("JavaVirtualMachines");
        FakeJdk bundled =
                FakeJdk.makeWithReleaseFile(jvms.resolve("temurin-25.jdk/Contents/Home"), "25.0.3");
        assertThat(new Launch(folder).with("ATELIER_JVM_FOLDERS", jvms).run().exit()).isZero();
        assertThat(bundled.wasStarted()).isTrue();
    }

    @Test
    void anAtelierJavaThatIsTooOldIsNamed() throws Exception {
        Launch.Result result =
                new Launch(folder)
                        .with("JAVA_HOME", Launch.realJdk())
                        .with("ATELIER_JAVA", old.java())
                        .run("--version");
        assertOneLineAndNothingStarted(result);
        assertThat(result.err())
                .contains("ATELIER_JAVA", old.java().toString(), "Java 17", "JDK 25");
    }

    @Test
    void anAtelierJavaThatDoesNotExistIsNamed() throws Exception {
        Launch.Result result =
                new Launch(folder)
                        .with("JAVA_HOME", Launch.realJdk())
                        .with("ATELIER_JAVA", "/no/such jdk")
                        .run("--version");
        assertOneLineAndNothingStarted(result);
        assertThat(result.err()).contains("ATELIER_JAVA", "/no/such jdk", "JDK 25");
    }

    @Test
    void withoutAnyJdkOneLineSaysWhatToInstallAndWhichVariablesAreUnderstood() throws Exception {
        Launch.Result result = new Launch(folder).hideJava().run("--version");
        assertOneLineAndNothingStarted(result);
        assertThat(result.err()).contains("JDK 25", "ATELIER_JAVA", "JAVA_HOME", "JAVA25_HOME");
    }

    @Test
    void withOldJavasAloneTheSameLineIsSaid() throws Exception {
        Launch.Result result =
                new Launch(folder)
                        .hideJava()
                        .pathFirst(old.bin())
                        .with("JAVA_HOME", old.home())
                        .run("--version");
        assertOneLineAndNothingStarted(result);
        assertThat(result.err()).contains("JDK 25");
    }

    @Test
    void aJavaThatDoesNotTellItsVersionIsPassedOver() throws Exception {
        FakeJdk odd = FakeJdk.make(folder.resolve("odd"), "tomorrow");
        assertRanOnTheRealJdk(
                amongOldJavas()
                        .with("JAVA_HOME", odd.home())
                        .with("JAVA25_HOME", Launch.realJdk())
                        .run("--version"));
    }

    @Test
    void aLinkInAnotherFolderStartsIt() throws Exception {
        Path links = Files.createDirectories(folder.resolve("my own programs"));
        Path first =
                Files.createSymbolicLink(
                        links.resolve("atelier 1"), Launch.distribution().resolve("bin/atelier"));
        Path second = Files.createSymbolicLink(links.resolve("studio"), first.getFileName());
        assertRanOnTheRealJdk(
                amongOldJavas()
                        .with("JAVA25_HOME", Launch.realJdk())
                        .program(second)
                        .run("--version"));
    }

    @Test
    void aFolderWithSpacesAndAnAccentIsNoTrouble() throws Exception {
        Path home =
                Files.createDirectories(folder.resolve("An Atélier, with spaces/bin")).getParent();
        Path program =
                Files.copy(
                        Launch.distribution().resolve("bin/atelier"), home.resolve("bin/atelier"));
        for (String part : new String[] {"lib", "modules"}) {
            Files.createSymbolicLink(home.resolve(part), Launch.distribution().resolve(part));
        }
        assertRanOnTheRealJdk(
                amongOldJavas()
                        .with("JAVA25_HOME", Launch.realJdk())
                        .program(program)
                        .run("--version"));
        Path relative = Path.of("An Atélier, with spaces/bin/../bin/atelier");
        assertRanOnTheRealJdk(
                amongOldJavas()
                        .with("JAVA25_HOME", Launch.realJdk())
                        .program(relative)
                        .run("--version"));
    }

    @Test
    void theVersionsItPrintsAreThoseOfTheJars() throws Exception {
        Launch.Result result =
                new Launch(folder).with("ATELIER_JAVA", Launch.realJdk()).run("--version");
        for (Map.Entry<String, String> jar :
                Map.of(
                                "DJL", "lib/api-",
                                "LibTorch", "lib/pytorch-jni-",
                                "ONNX Runtime", "lib/onnxruntime",
                                "JavaFX", "modules/javafx-base-")
                        .entrySet()) {
            String version =
                    result.out().replaceAll("(?s).*" + jar.getKey() + " ([\\d.]+).*", "$1");
            try (Stream<Path> files = Files.walk(Launch.distribution(), 2)) {
                assertThat(
                                files.map(file ->
                                        Launch.distribution()
                                                .relativize(file)
                                                .toString()
                                                .replace('\\', '/')))
                        .as(jar.getKey())
                        .filteredOn(name -> name.startsWith(jar.getValue()))
                        .singleElement()
                        .asString()
                        .contains("-" + version);
            }
        }
    }

    @Test
    void itsLogIsInTheFolderOfTheUsersStateAndNothingElseIsThere() throws Exception {
        new Launch(folder).with("ATELIER_JAVA", Launch.realJdk()).run("no-such-command");
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> file.getFileName().toString()))
                    .containsExactly("atelier.log");
        }
    }
}
