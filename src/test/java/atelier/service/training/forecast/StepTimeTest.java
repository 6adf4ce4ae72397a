package atelier.service.training.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.bench.StepWork;
import atelier.engine.bench.UNetWork;
import atelier.engine.bench.VaeWork;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.VaeConfig;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TimeForecast;
import atelier.model.training.TimePart;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import atelier.service.dataset.FramedPicture;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimeTest {

    private static final double RATE = 1e9;
    private static final long FILE = 2_000_000;
    private static final long STATE = 6_000_000;

    /** The tiny model's: 17 residual blocks, 11 transformers of 17 blocks, and the rest. */
    private static final double CALLS = 17 + 17 + 2 * 11 + 4 + 3;

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
        TimeForecast kept =
                StepTime.of(PlannedRuns.of(false, 64), DeviceChoice.CPU, RATE, FILE, STATE);
        assertThat(kept.operations()).isCloseTo(step(false, 64, 64), within(1.0));
        assertThat(kept.secondsPerStep())
                .isCloseTo(step(false, 64, 64) / (0.72 * RATE) + 3 * CALLS * 0.6e-3, within(1e-9));
        TimeForecast again =
                StepTime.of(PlannedRuns.of(true, 64), DeviceChoice.CPU, RATE, FILE, STATE);
        assertThat(again.operations()).isCloseTo(step(true, 64, 64), within(1.0));
        assertThat(again.secondsPerStep())
                .isCloseTo(step(true, 64, 64) / (0.72 * RATE) + 3 * CALLS * 0.6e-3, within(1e-9));
    }

    @Test
    void whatNeedsARecordReachesLess() {
        PlannedRun run =
                PlannedRuns.of(
                        false, List.of(PlannedRuns.picture(64, 64)), "steps=1", "method=loha");
        TimeForecast time = StepTime.of(run, DeviceChoice.CPU, RATE, FILE, STATE);
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
        TimeForecast time = StepTime.of(run, DeviceChoice.CPU, RATE, FILE, STATE);
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
        assertThat(StepTime.of(run, DeviceChoice.CPU, RATE, FILE, STATE).operations())
                .isCloseTo(turns / 2, within(1.0));
    }

    @Test
    void aGpuReachesASmallerShareOfItsRate() {
        assertThat(
                        StepTime.of(PlannedRuns.of(true, 64), DeviceChoice.CUDA, RATE, FILE, STATE)
                                .share())
                .isEqualTo(0.15);
    }

    private static double part(TimeForecast time, String what) {
        return time.parts().stream()
                .filter(part -> part.what().equals(what))
                .mapToDouble(TimePart::seconds)
                .findFirst()
                .orElseThrow();
    }

    private static double prediction(int side, int images) {
        double operations =
                UNetWork.operations(
                        Checkpoint.open(PlannedRuns.MODEL).unet(), side / 8, side / 8, 77);
        return images * operations / (0.85 * RATE) + CALLS * 0.6e-3;
    }

    @Test
    void countsWhatIsDoneBesideTheSteps() {
        PlannedRun run =
                PlannedRuns.of(
                        false,
                        List.of(PlannedRuns.picture(64, 64), PlannedRuns.picture(64, 64)),
                        "steps=10",
                        "resolution=64",
                        "gradientAccumulation=2",
                        "probeEvery=4",
                        "previewEvery=5",
                        "previewSteps=7",
                        "checkpointEvery=3",
                        "flip=true");
        TimeForecast time = StepTime.of(run, DeviceChoice.CPU, RATE, FILE, STATE);
        VaeConfig vae = Checkpoint.open(PlannedRuns.MODEL).vae();
        // Before the first step, after 4, 8 and 10.
        assertThat(part(time, "probes")).isCloseTo(4 * 10 * prediction(64, 1), within(1e-6));
        // Before the first step, after 5 and 10; three prompts, each with and without guidance.
        assertThat(part(time, "previews"))
                .isCloseTo(
                        3
                                * 3
                                * (7 * prediction(64, 2)
                                        + VaeWork.decoding(vae, 64, 64) / (0.85 * RATE)),
                        within(1e-6));
        // After 3, 6, 9 and 10, and the adapter.
        assertThat(part(time, "saving")).isCloseTo(4 * (0.3 + 0.08) + 0.02, within(1e-6));
        double encoding = 2 * 2 * VaeWork.encoding(vae, 64, 64) / (0.85 * RATE);
        assertThat(part(time, "caching")).isBetween(0.3 + encoding, 0.3 + encoding + 0.1);
        assertThat(time.overhead()).isCloseTo(2 * 3 * CALLS * 0.6e-3, within(1e-9));
        assertThat(time.seconds())
                .isCloseTo(
                        10 * time.secondsPerStep()
                                + part(time, "caching")
                                + part(time, "probes")
                                + part(time, "previews")
                                + part(time, "saving"),
                        within(1e-6));
    }

    @Test
    void whatIsNotDoneTakesNoTime() {
        PlannedRun run =
                PlannedRuns.of(
                        false,
                        List.of(PlannedRuns.picture(64, 64)),
                        "steps=10",
                        "probeEvery=0",
                        "previewEvery=0");
        TimeForecast time = StepTime.of(run, DeviceChoice.CPU, RATE, FILE, STATE);
        assertThat(part(time, "probes")).isZero();
        assertThat(part(time, "previews")).isZero();
    }

    @Test
    void heldBackPicturesAreProbedTooAndPromptsOfOnesOwnAreCounted() {
        List<FramedPicture> pictures = List.of(PlannedRuns.picture(64, 64));
        TimeForecast usual =
                StepTime.of(
                        PlannedRuns.of(false, pictures, "steps=10", "previewPrompts=a\nb\nc"),
                        DeviceChoice.CPU,
                        RATE,
                        FILE,
                        STATE);
        TimeForecast other =
                StepTime.of(
                        PlannedRuns.of(
                                false,
                                pictures,
                                "steps=10",
                                "validationPictures=1",
                                "previewPrompts=a"),
                        DeviceChoice.CPU,
                        RATE,
                        FILE,
                        STATE);
        assertThat(part(other, "probes")).isCloseTo(2 * part(usual, "probes"), within(1e-9));
        assertThat(part(other, "previews")).isCloseTo(part(usual, "previews") / 3, within(1e-9));
    }
}
