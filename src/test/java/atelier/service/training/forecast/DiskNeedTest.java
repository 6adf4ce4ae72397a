package atelier.service.training.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.training.adapters.AdapterOutline;
import atelier.model.training.ForecastPart;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiskNeedTest {

    private static final long FILE = 1000;

    private static Map<String, Long> parts(PlannedRun run) {
        return DiskNeed.of(run, outline(run), FILE).stream()
                .collect(Collectors.toMap(ForecastPart::what, ForecastPart::bytes));
    }

    private static AdapterOutline outline(PlannedRun run) {
        return AdapterOutline.of(run.checkpoint().unet(), run.plan().adapter());
    }

    @Test
    void countsCacheCheckpointsStatesAndTheAdapter() {
        PlannedRun run =
                PlannedRuns.of(
                        false,
                        List.of(PlannedRuns.picture(64, 64), PlannedRuns.picture(64, 128)),
                        "steps=100",
                        "checkpointEvery=10");
        long numbers = outline(run).numbers();
        // Mean and deviation in 4 channels each; 77 tokens of 80 numbers and 40 pooled.
        long cache = 4 * (8 * (64 + 128) + 2 * (77 * 80 + 40));
        assertThat(parts(run))
                .containsEntry("cached pictures and captions", cache)
                .containsEntry("checkpoints", 5 * FILE)
                .containsEntry("states to resume from", 3 * 12 * numbers)
                .containsEntry("adapter", FILE);
    }

    @Test
    void aShortRunKeepsNoMoreThanItMakes() {
        Map<String, Long> parts =
                parts(
                        PlannedRuns.of(
                                false,
                                List.of(PlannedRuns.picture(64, 64)),
                                "steps=10",
                                "checkpointEvery=10"));
        assertThat(parts).containsEntry("checkpoints", FILE);
    }

    @Test
    void asManyCheckpointsAreCountedAsThePlanKeeps() {
        for (int kept : new int[] {1, 7}) {
            PlannedRun run =
                    PlannedRuns.of(
                            false,
                            List.of(PlannedRuns.picture(64, 64)),
                            "steps=100",
                            "checkpointEvery=10",
                            "keepLast=" + kept);
            assertThat(parts(run)).containsEntry("checkpoints", (kept + 2) * FILE);
        }
    }

    @Test
    void theOptimizerAndTheAverageAreInTheStates() {
        PlannedRun plain =
                PlannedRuns.of(false, List.of(PlannedRuns.picture(64, 64)), "optimizer=lion");
        PlannedRun averaged =
                PlannedRuns.of(
                        false,
                        List.of(PlannedRuns.picture(64, 64)),
                        "optimizer=lion",
                        "emaDecay=0.9");
        long numbers = outline(plain).numbers();
        assertThat(parts(plain)).containsEntry("states to resume from", 3 * 8 * numbers);
        assertThat(parts(averaged)).containsEntry("states to resume from", 3 * 12 * numbers);
    }
}
