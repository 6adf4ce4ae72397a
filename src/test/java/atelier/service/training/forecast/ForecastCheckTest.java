package atelier.service.training.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.training.ForecastNeed;
import atelier.model.training.ForecastPart;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastCheckTest {

    private static ForecastNeed need(@Nullable Long available) {
        return new ForecastNeed(
                List.of(
                        new ForecastPart("weights", 7_000_000_000L),
                        new ForecastPart("optimizer", 2_960_000_000L),
                        new ForecastPart("crumbs", 40_000_000L)),
                available);
    }

    @Test
    void whatDoesNotFitIsRefusedWithFiguresAndWaysOut() {
        assertThat(
                        ForecastCheck.memoryObstacle(
                                need(9_999_999_999L), ForecastCheck.instead(false, false)))
                .contains(
                        "The run needs about 10.0 GB of memory (weights 7.0 GB, optimizer 3.0 GB), and it may take 10.0 GB here: set checkpointing=on, or a smaller resolution, batchSize or rank, or start it all the same with --anyway.");
        assertThat(
                        ForecastCheck.memoryObstacle(
                                need(8_000_000_000L), ForecastCheck.instead(false, true)))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence)
                                .contains("may take 8.0 GB here: set a smaller resolution")
                                .doesNotContain("checkpointing"));
        assertThat(
                        ForecastCheck.memoryObstacle(
                                need(10_000_000_000L), ForecastCheck.instead(false, false)))
                .isEmpty();
        assertThat(ForecastCheck.memoryObstacle(need(null), ForecastCheck.instead(false, false)))
                .isEmpty();
    }

    /** 85 % of 11.8 GB are 10.03 GB, of 11.7 GB 9.945 GB. */
    @Test
    void whatFitsTightlyIsWarnedOf() {
        assertThat(
                        ForecastCheck.memoryWarning(
                                need(11_800_000_000L), ForecastCheck.instead(false, false)))
                .isEmpty();
        assertThat(
                        ForecastCheck.memoryWarning(
                                need(11_700_000_000L), ForecastCheck.instead(false, false)))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence)
                                .startsWith(
                                        "The run needs about 10.0 GB of the 11.7 GB of memory that it may take: close other programs"));
        assertThat(
                        ForecastCheck.memoryWarning(
                                need(9_000_000_000L), ForecastCheck.instead(false, false)))
                .isEmpty();
        assertThat(ForecastCheck.memoryWarning(need(null), ForecastCheck.instead(false, false)))
                .isEmpty();
    }

    @Test
    void twoGigabytesOfTheDiskStayFree() {
        Path run = Path.of("runs", "mia");
        assertThat(ForecastCheck.diskObstacle(need(12_000_000_000L), run)).isEmpty();
        assertThat(ForecastCheck.diskObstacle(need(11_999_999_999L), run))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence)
                                .startsWith("The run writes about 10.0 GB (weights 7.0 GB, ")
                                .contains("12.0 GB are free where " + run + " lies")
                                .contains("of which 2.0 GB are to stay free")
                                .contains("--anyway"));
    }
}
