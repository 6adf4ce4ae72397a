package atelier.engine.training.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sampler.NoiseSchedule;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.TextStates;
import atelier.model.generation.PredictionType;
import atelier.model.generation.SizeConditioning;
import atelier.model.training.LossSettings;
import atelier.model.training.MaskUse;
import org.junit.jupiter.api.Test;

class LossWeightTest {

    private static final Caption TEXT =
            new Caption.Encoded(new TextStates(1, new float[2], new float[1]));

    private static Objective objective(PredictionType type, boolean zeroTerminal) {
        return new Objective(
                NoiseSchedule.of(SchedulerConfig.SDXL.withZeroTerminalSnr(zeroTerminal)), type);
    }

    private static float[] weights(
            LossWeight weight, Objective objective, int timestep, float... mask) {
        float[] weights = {1, 2};
        Example example =
                new Example(
                        new float[2],
                        TEXT,
                        SizeConditioning.of(8, 8),
                        new float[2],
                        timestep,
                        mask.length == 0 ? null : mask,
                        3);
        weight.apply(weights, example, objective);
        return weights;
    }

    @Test
    void minSnrLowersCleanPicturesAndLeavesNoisyOnes() {
        Objective noise = objective(PredictionType.EPSILON, false);
        double snr = noise.schedule().snr(100);
        assertThat(snr).isGreaterThan(5);
        assertThat(weights(new MinSnr(5), noise, 100))
                .containsExactly(
                        new float[] {(float) (5 / snr), (float) (10 / snr)}, within(1e-6f));
        assertThat(weights(new MinSnr(5), noise, 900)).containsExactly(1, 2);
    }

    @Test
    void minSnrOfVelocityDividesByOneMore() {
        Objective velocity = objective(PredictionType.V_PREDICTION, false);
        double snr = velocity.schedule().snr(900);
        assertThat(weights(new MinSnr(5), velocity, 900)[0])
                .isCloseTo((float) (snr / (snr + 1)), within(1e-6f));
    }

    @Test
    void minSnrHasAFiniteWeightForNoiseAlone() {
        assertThat(weights(new MinSnr(5), objective(PredictionType.EPSILON, true), 999))
                .containsExactly(1, 2);
        assertThat(weights(new MinSnr(5), objective(PredictionType.V_PREDICTION, true), 999))
                .containsExactly(0, 0);
    }

    @Test
    void debiasedEstimationRaisesNoisyPictures() {
        Objective noise = objective(PredictionType.EPSILON, false);
        float[] noisy = weights(new DebiasedEstimation(), noise, 900);
        assertThat(noisy[0])
                .isCloseTo((float) (1 / Math.sqrt(noise.schedule().snr(900))), within(1e-5f));
        assertThat(noisy[1]).isEqualTo(2 * noisy[0]);
        // The cleanest have a ratio of 1175, which counts as 1000.
        assertThat(noise.schedule().snr(0)).isGreaterThan(1000);
        assertThat(weights(new DebiasedEstimation(), noise, 0)[0])
                .isCloseTo((float) (1 / Math.sqrt(1000)), within(1e-7f));
    }

    @Test
    void debiasedEstimationOfVelocityDividesByOneMore() {
        Objective velocity = objective(PredictionType.V_PREDICTION, false);
        assertThat(weights(new DebiasedEstimation(), velocity, 900)[0])
                .isCloseTo((float) (1 / (velocity.schedule().snr(900) + 1)), within(1e-6f));
    }

    @Test
    void debiasedEstimationHasAFiniteWeightForNoiseAlone() {
        assertThat(weights(new DebiasedEstimation(), objective(PredictionType.EPSILON, true), 999))
                .containsExactly(0, 0);
        assertThat(
                        weights(
                                new DebiasedEstimation(),
                                objective(PredictionType.V_PREDICTION, true),
                                999))
                .containsExactly(1, 2);
    }

    @Test
    void picturesCountAsTheySay() {
        assertThat(weights(new PictureWeight(), objective(PredictionType.EPSILON, false), 0))
                .containsExactly(3, 6);
    }

    @Test
    void settingsGiveTheWeightsThatTheyName() {
        assertThat(LossWeights.of(new LossSettings(0, false, MaskUse.OFF, 1)))
                .containsExactly(new PictureWeight());
        assertThat(LossWeights.of(new LossSettings(5, true, MaskUse.NORMALIZED, 1)))
                .containsExactly(
                        new PictureWeight(),
                        new MinSnr(5),
                        new DebiasedEstimation(),
                        new MaskedLoss(true));
        assertThat(LossWeights.of(new LossSettings(0, false, MaskUse.PLAIN, 1)))
                .containsExactly(new PictureWeight(), new MaskedLoss(false));
    }

    @Test
    void masksMultiplyAndMayBeNormalized() {
        Objective noise = objective(PredictionType.EPSILON, false);
        assertThat(weights(new MaskedLoss(false), noise, 0, 0.5f, 0)).containsExactly(0.5f, 0);
        assertThat(weights(new MaskedLoss(true), noise, 0, 0.5f, 0)).containsExactly(2, 0);
        assertThat(weights(new MaskedLoss(true), noise, 0, 0, 0)).containsExactly(0, 0);
        assertThat(weights(new MaskedLoss(true), noise, 0)).containsExactly(1, 2);
    }

    @Test
    void noiseOffsetShiftsWholeChannels() {
        assertThat(new NoiseOffset(0.1).apply(new float[] {1, 2, 3, 4}, new float[] {10, -20}))
                .containsExactly(2, 3, 1, 2);
    }
}
