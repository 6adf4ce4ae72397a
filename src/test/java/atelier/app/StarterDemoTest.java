package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job with the model that Atelier brings along, as {@code atelier demo} does it. */
@Tag("slow")
class StarterDemoTest {

    private static final double LEAST_WAY = 0.5;
    private static final double MOST_LEAK = 0.4;

    @TempDir private Path folder;

    @ParameterizedTest(name = "trained with seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theCharacterIsLearnedAndComesOnlyWhereItIsAskedFor(long seed) {
        try (Studio studio = Studio.in(folder)) {
            CommandLineRun run =
                    studio.run("demo", "--set", "seed=" + seed, "--out", folder, "--json");
            assertThat(run.exit()).as("%s", run).isZero();
            assertThat(run.events())
                    .filteredOn(event -> event.path("event").stringValue().equals("likeness"))
                    .hasSize(2)
                    .allSatisfy(score -> {
                        assertThat(score.path("way").doubleValue())
                                .as("%s", score)
                                .isGreaterThanOrEqualTo(LEAST_WAY);
                        assertThat(score.path("leak").doubleValue())
                                .as("%s", score)
                                .isLessThanOrEqualTo(MOST_LEAK);
                    });
        }
    }
}
