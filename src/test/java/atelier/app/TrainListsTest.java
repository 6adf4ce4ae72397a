package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What training can be told, as listed from the command line. */
class TrainListsTest {

    @TempDir private static Path home;
    private static Studio studio;

    @BeforeAll
    static void start() {
        studio = Studio.in(home);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    void listsEverySettingWithDefaultAndMeaning() {
        CommandLineRun listed = studio.run("train", "--list-settings");
        assertThat(listed.exit()).as("%s", listed).isZero();
        assertThat(listed.out())
                .hasSizeGreaterThan(20)
                .anySatisfy(line ->
                        assertThat(line)
                                .matches("rank +16 +width of .*; a whole number from 1 to 1024"));
        CommandLineRun events = studio.run("train", "--list-settings", "--json");
        assertThat(events.events())
                .filteredOn(event -> event.path("event").stringValue().equals("setting"))
                .hasSize(listed.out().size() - 1)
                .allSatisfy(event -> {
                    assertThat(event.path("default").stringValue()).isNotBlank();
                    assertThat(event.path("meaning").stringValue()).isNotBlank();
                    assertThat(event.path("values").stringValue()).isNotBlank();
                })
                .anySatisfy(event ->
                        assertThat(event.path("name").stringValue()).isEqualTo("learningRate"));
    }

    @Test
    void listsSettingsWithTheDefaultsOfAPreset() {
        CommandLineRun listed =
                studio.run("train", "--list-settings", "--subject", "product", "--speed", "rapid");
        assertThat(listed.out())
                .anySatisfy(line -> assertThat(line).matches("rank +4 +width of .*"))
                .anySatisfy(line -> assertThat(line).matches("subject +product +what .*"));
    }

    @Test
    void listsEveryPresetWithWhatItIsFor() {
        CommandLineRun listed = studio.run("train", "--list-presets");
        assertThat(listed.exit()).as("%s", listed).isZero();
        assertThat(listed.out())
                .contains("style: how pictures look, whatever they show")
                .anySatisfy(line -> assertThat(line).matches(" +setting +rapid +balanced +quality"))
                .anySatisfy(line -> assertThat(line).matches(" +steps +1000 +2000 +3000"))
                .anySatisfy(line -> assertThat(line).matches(" +rank +4 +8 +16"));
        CommandLineRun events = studio.run("train", "--list-presets", "--json");
        assertThat(events.events())
                .filteredOn(event -> event.path("event").stringValue().equals("preset"))
                .hasSize(15)
                .first()
                .satisfies(event -> {
                    assertThat(event.path("subject").stringValue()).isEqualTo("portrait");
                    assertThat(event.path("speed").stringValue()).isEqualTo("rapid");
                    assertThat(event.path("for").stringValue()).isNotBlank();
                    assertThat(event.path("settings").path("steps").stringValue())
                            .isEqualTo("1000");
                });
    }
}
