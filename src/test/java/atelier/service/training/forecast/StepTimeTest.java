package atelier.service.training.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.bench.UNetWork;
import atelier.engine.weights.Checkpoint;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TimeForecast;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimeTest {

    private static final double RATE = 1e9;

    private static double forward(int height, int width) {
        return UNetWork.operations(
                Checkpoint.open(PlannedRuns.MODEL).unet(), height / 8, width / 8, 77);
    }

    @Test
    void aStepGoesForwardAndBackOnceAndForwardOnceMoreWhereItIsComputedTwice() {
        TimeForecast kept = StepTime.of(PlannedRuns.of(false, 64), DeviceChoice.CPU, RATE);
        assertThat(kept.operations()).isCloseTo(2 * forward(64, 64), within(1.0));
        assertThat(kept.secondsPerStep())
                .isCloseTo(2 * forward(64, 64) / (0.51 * RATE), within(1e-9));
        assertThat(kept.seconds()).isCloseTo(100 * kept.secondsPerStep(), within(1e-9));
        TimeForecast twice = StepTime.of(PlannedRuns.of(true, 64), DeviceChoice.CPU, RATE);
        assertThat(twice.operations()).isCloseTo(3 * forward(64, 64), within(1.0));
        assertThat(twice.secondsPerStep())
                .isCloseTo(3 * forward(64, 64) / (0.56 * RATE), within(1e-9));
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
        double epoch = 2 * (3 * forward(64, 64) + forward(64, 128));
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
        double turns = 2 * (0.5 * forward(128, 128) + 1.5 * forward(64, 64));
        assertThat(StepTime.of(run, DeviceChoice.CPU, RATE).operations())
                .isCloseTo(turns / 2, within(1.0));
    }

    @Test
    void aGpuReachesASmallerShareOfItsRate() {
        assertThat(StepTime.of(PlannedRuns.of(true, 64), DeviceChoice.CUDA, RATE).share())
                .isEqualTo(0.15);
    }

    /** What was measured: 16.6 s and 3.18 TFLOP at 51 % of 375 GFLOP/s. */
    @Test
    void comesNearWhatWasMeasuredForSdxl() {
        assertThat(new TimeForecast(1, 3.18e12, 375e9, 0.51).secondsPerStep())
                .isCloseTo(16.6, within(0.1));
    }
}
