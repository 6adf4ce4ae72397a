package atelier.engine.training.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sampler.NoiseSchedule;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.TextStates;
import atelier.model.generation.PredictionType;
import atelier.model.generation.SizeConditioning;
import org.junit.jupiter.api.Test;

class LossWeightTest {

    private static final TextStates TEXT = new TextStates(1, new float[2], new float[1]);

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
                        mask.length == 0 ? null : mask);
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
