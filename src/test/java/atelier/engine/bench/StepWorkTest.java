package atelier.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.weights.UNetConfig;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two levels, one layer, one transformer block at the inner one, counted by hand. */
class StepWorkTest {

    private static final UNetConfig CONFIG =
            new UNetConfig(4, 4, List.of(8, 16), 1, List.of(0, 1), List.of(1, 2), 5, 4, 3, 7);

    private static final DeltaSettings LORA = DeltaSettings.of(TrainingMethod.LORA, 4, 4);

    /** 6 × 5 latents, and 3 × 3, as odd sides are rounded up. */
    private static final int OUTER = 30;

    private static final int INNER = 9;
    private static final int TRANSFORMERS = 4;

    /** Of a transformer of one block. */
    private static final double ENDS = INNER * (2 * 16 * 16);

    private static final double QUERIES = INNER * (4 * 16 * 16); // keys and values of itself, too
    private static final double OUTPUTS = INNER * (2 * 16 * 16);
    private static final double TEXT = 77 * (2 * 16 * 5);
    private static final double ATTENTION = 2 * INNER * (INNER + 77) * 16;
    private static final double HALVES = INNER * 16 * 128;
    private static final double FEED_FORWARD = HALVES + INNER * 64 * 16;

    /** Both resampling convolutions, of which the first comes before everything trained. */
    private static final double UPSAMPLER = OUTER * 9 * 16 * 16;

    private static final double LAST = OUTER * 9 * 8 * 4;

    /** The residual blocks after the first transformer: of the middle, and upwards. */
    private static final double RESIDUAL =
            2 * residual(INNER, 16, 16, false)
                    + residual(INNER, 32, 16, true)
                    + residual(INNER, 24, 16, true)
                    + residual(OUTER, 24, 8, true)
                    + residual(OUTER, 16, 8, true);

    private static final double BACK =
            TRANSFORMERS * (ENDS + QUERIES + OUTPUTS + FEED_FORWARD) + RESIDUAL + UPSAMPLER + LAST;

    private static double residual(int positions, int in, int out, boolean shortcut) {
        return positions * (9.0 * in * out + 9.0 * out * out + (shortcut ? in * out : 0));
    }

    private static double forward() {
        return UNetWork.operations(CONFIG, 6, 5, 77) / 2;
    }

    /** Multiplications of a step. */
    private static double step(
            TrainingTargets targets, DeltaSettings delta, boolean text, boolean checkpointed) {
        return new StepWork(targets, delta, text, checkpointed).operations(CONFIG, 6, 5, 77) / 2;
    }

    private static double step(boolean checkpointed) {
        return step(TrainingTargets.TRANSFORMERS, LORA, false, checkpointed);
    }

    @Test
    void branchesGoBackOnceThroughWhatComesAfterThem() {
        double attention = TRANSFORMERS * 2.5 * ATTENTION;
        double recorded = UPSAMPLER + LAST;
        assertThat(step(false)).isCloseTo(forward() + BACK + attention + recorded, within(0.5));
    }

    @Test
    void lessKeptOnlyProjectionsAndTheFeedForwardHalvesAreComputedAgain() {
        assertThat(step(true) - step(false))
                .isCloseTo(TRANSFORMERS * (QUERIES + HALVES), within(0.5));
    }

    @Test
    void trainedFromTheFirstAttentionOnItsProjectionIsNotReached() {
        double attention = step(TrainingTargets.ATTENTION, LORA, false, false);
        assertThat(step(false) - attention).isCloseTo(INNER * 16 * 16, within(0.5));
    }

    @Test
    void changedWeightsHaveGradientsOfTheirOwnAndAreComputedTwiceWhereLittleIsKept() {
        DeltaSettings loha = DeltaSettings.of(TrainingMethod.LOHA, 4, 4);
        double inTransformers = ENDS + QUERIES + OUTPUTS + TEXT + FEED_FORWARD;
        double kept = step(TrainingTargets.TRANSFORMERS, loha, false, false);
        assertThat(kept)
                .isCloseTo(
                        forward() + BACK + TRANSFORMERS * (2 * ATTENTION + inTransformers),
                        within(0.5));
        assertThat(step(TrainingTargets.TRANSFORMERS, LORA.withDora(), false, false))
                .isEqualTo(kept);
        assertThat(step(TrainingTargets.TRANSFORMERS, loha, false, true) - kept)
                .isCloseTo(
                        TRANSFORMERS * (inTransformers + ATTENTION) + UPSAMPLER + LAST,
                        within(0.5));
    }

    @Test
    void theTextsGradientsTakeItsKeysAndValues() {
        double kept = step(TrainingTargets.TRANSFORMERS, LORA, true, false);
        assertThat(kept)
                .isCloseTo(forward() + BACK + TRANSFORMERS * (2 * ATTENTION + TEXT), within(0.5));
    }

    @Test
    void fullTrainingGoesThroughEverythingFourTimes() {
        DeltaSettings full = DeltaSettings.of(TrainingMethod.FULL, 4, 4);
        double all = step(TrainingTargets.TRANSFORMERS, full, false, true);
        // Attention, which has no weights, goes back as two products for one.
        assertThat(all).isCloseTo(4 * forward(), Percentage.withPercentage(15));
        assertThat(all).isGreaterThan(step(TrainingTargets.ALL, LORA, false, true));
    }

    /**
     * At SDXL's size a prediction has 1.59 TFLOP. Both ways reach the same share of a matrix
     * product's rate, as both are made of the same products: 11.0 and 13.6 s at 405 GFLOP/s.
     */
    @ParameterizedTest
    @CsvSource({"false, 3.23, 11.0", "true, 3.93, 13.6"})
    void ofSdxl(boolean checkpointed, double tera, double seconds) {
        double operations =
                new StepWork(TrainingTargets.TRANSFORMERS, LORA, false, checkpointed)
                        .operations(NetworkSizes.sdxl().unet(), 64, 64, 77);
        assertThat(operations).isCloseTo(tera * 1e12, Percentage.withPercentage(0.5));
        assertThat(operations / seconds / 405e9).isBetween(0.71, 0.73);
    }
}
