package atelier.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/atelier} hands to the JVM: arguments, environment, process. */
@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason = "Windows has no POSIX shell; bin/atelier.bat is its launcher")
class LauncherHandoverIT {

    @TempDir Path folder;

    private FakeJdk jdk;

    @BeforeEach
    void makeAJdk() throws IOException {
        jdk = FakeJdk.makeWithReleaseFile(folder.resolve("jdk"), "25.0.3");
    }

    private Launch launch() {
        return new Launch(folder).with("ATELIER_JAVA", jdk.home());
    }

    @Test
    void everyArgumentArrivesAsItWasGiven() throws Exception {
        List<String> given =
                List.of(
                        "generate",
                        "",
                        "two  words",
                        "\"quoted\" 'twice'",
                        "снег é 雪",
                        "*",
                        "$HOME `id` \\n",
                        "@file",
                        "--",
                        "-x=y\nz");
        launch().run(given.toArray(String[]::new));
        List<String> received = jdk.arguments();
        int main = received.indexOf("atelier.app.Main");
        assertThat(main).isPositive();
        // The record ends with a separator, so an empty text follows the last argument.
        assertThat(received.subList(main + 1, received.size() - 1)).isEqualTo(given);
    }

    @Test
    void theModulesTheFlagsAndTheHomeAreNamed() throws Exception {
        launch().run();
        Path home = Launch.distribution().toRealPath();
        assertThat(jdk.arguments())
                .containsSubsequence(
                        "@" + home.resolve("lib/jvm.options"),
                        "--module-path",
                        home.resolve("modules").toString())
                .contains("-Datelier.home=" + home, home.resolve("lib/atelier.jar").toString());
    }

    @Test
    void theLauncherBecomesTheJvmSoThatSignalsReachIt() throws Exception {
        Launch.Result result = launch().run();
        assertThat(jdk.process()).isEqualTo(result.process());
    }

    @Test
    void librariesAreToldToReportNothing() throws Exception {
        launch().run();
        assertThat(jdk.environment()).containsEntry("OPT_OUT_TRACKING", "true");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have another C allocator")
    void theAllocatorIsTunedAsForTheTests() throws Exception {
        launch().run();
        for (String variable :
                List.of("MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_")) {
            assertThat(jdk.environment()).containsEntry(variable, System.getenv(variable));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have another C allocator")
    void whatTheUserHasSetForTheAllocatorStays() throws Exception {
        launch().with("MALLOC_ARENA_MAX", "4").with("MALLOC_TRIM_THRESHOLD_", "").run();
        assertThat(jdk.environment())
                .containsEntry("MALLOC_ARENA_MAX", "4")
                .containsEntry("MALLOC_TRIM_THRESHOLD_", "");
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "other systems have no C locale without Unicode")
    void namesOutsideAsciiPassInTheCLocaleToo() throws Exception {
        for (Map.Entry<String, String> locale :
                Map.of("LANG", "C", "LC_ALL", "POSIX", "LC_CTYPE", "").entrySet()) {
            Launch.Result result =
                    new Launch(folder)
                            .with("ATELIER_JAVA", Launch.realJdk())
                            .with(locale.getKey(), locale.getValue())
                            .run("снег-雪");
            assertThat(result.exit()).as("%s", locale).isEqualTo(2);
            assertThat(result.err()).as("%s", locale).contains("снег-雪");
        }
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "other systems have no C locale without Unicode")
    void theUsersOwnLocaleStays() throws Exception {
        launch().with("LANG", "ru_RU.UTF-8").run();
        assertThat(jdk.environment())
                .containsEntry("LANG", "ru_RU.UTF-8")
                .doesNotContainKeys("LC_ALL", "LC_CTYPE");
    }
}
