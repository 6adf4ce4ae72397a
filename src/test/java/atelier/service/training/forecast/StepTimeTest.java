package atelier.service.training.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.bench.StepWork;
import atelier.engine.weights.Checkpoint;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TimeForecast;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimeTest {

    private static final double RATE = 1e9;

    private static double step(boolean checkpointed, int height, int width) {
        return new StepWork(
                        TrainingTargets.TRANSFORMERS,
                        DeltaSettings.of(TrainingMethod.LORA, 4, 4),
                        false,
                        checkpointed)
                .operations(Checkpoint.open(PlannedRuns.MODEL).unet(), height / 8, width / 8, 77);
    }

    @Test
    void countsTheStepAndWhatIsComputedAgain() {
        TimeForecast kept = StepTime.of(PlannedRuns.of(false, 64), DeviceChoice.CPU, RATE);
        assertThat(kept.operations()).isCloseTo(step(false, 64, 64), within(1.0));
        assertThat(kept.secondsPerStep())
                .isCloseTo(step(false, 64, 64) / (0.72 * RATE), within(1e-9));
        assertThat(kept.seconds()).isCloseTo(100 * kept.secondsPerStep(), within(1e-9));
        TimeForecast again = StepTime.of(PlannedRuns.of(true, 64), DeviceChoice.CPU, RATE);
        assertThat(again.operations()).isCloseTo(step(true, 64, 64), within(1.0));
        assertThat(again.secondsPerStep())
                .isCloseTo(step(true, 64, 64) / (0.72 * RATE), within(1e-9));
    }

    @Test
    void whatNeedsARecordReachesLess() {
        PlannedRun run =
                PlannedRuns.of(
                        false, List.of(PlannedRuns.picture(64, 64)), "steps=1", "method=loha");
        TimeForecast time = StepTime.of(run, DeviceChoice.CPU, RATE);
        assertThat(time.share()).isEqualTo(0.53);
        assertThat(time.operations()).isGreaterThan(step(false, 64, 64));
    }

    @Test
    void isTheMeanOverTheBatchesOfAnEpochTimesThoseOfAStep() {
        PlannedRun run =
                PlannedRuns.of(
                        false,
                        List.of(
                                PlannedRuns.picture(64, 64),
                                PlannedRuns.picture(128, 64),
                                PlannedRuns.picture(64, 64),
                                PlannedRuns.picture(64, 64)),
                        "steps=7",
                        "batchSize=2",
                        "gradientAccumulation=5");
        // Two squares together, one alone, and the wide one alone: three batches.
        double epoch = 3 * step(false, 64, 64) + step(false, 64, 128);
        TimeForecast time = StepTime.of(run, DeviceChoice.CPU, RATE);
        assertThat(time.steps()).isEqualTo(7);
        assertThat(time.operations()).isCloseTo(5 * epoch / 3, within(1.0));
    }

    /** A picture of two sizes is shown at each in every other epoch. */
    @Test
    void picturesOfSeveralSizesTakeTurns() {
        PlannedRun run =
                PlannedRuns.of(
                        false,
                        List.of(
                                PlannedRuns.picture(128, 128, 64, 64),
                                PlannedRuns.picture(64, 64)));
        double turns = 0.5 * step(false, 128, 128) + 1.5 * step(false, 64, 64);
        assertThat(StepTime.of(run, DeviceChoice.CPU, RATE).operations())
                .isCloseTo(turns / 2, within(1.0));
    }

    @Test
    void aGpuReachesASmallerShareOfItsRate() {
        assertThat(StepTime.of(PlannedRuns.of(true, 64), DeviceChoice.CUDA, RATE).share())
                .isEqualTo(0.15);
    }
}
