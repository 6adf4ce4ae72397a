package atelier.engine.sampler;

import atelier.model.AtelierException;
import java.util.Arrays;

/**
 * Latent consistency sampling (Luo et al. 2023, "Latent Consistency Models", algorithm 3): jump to
 * the clean latent, add fresh noise for the next time, and jump again.
 *
 * <p>It visits times of its own, whatever the schedule: of the 50 that the models were distilled
 * at, evenly chosen ones. More than 50 steps are therefore refused.
 */
final class Lcm extends AbstractRun {

    private static final int DISTILLED_STEPS = 50;
    private static final double TIMESTEP_SCALING = 10;
    private static final double SIGMA_DATA = 0.5;

    private final int[] times;

    Lcm(SamplerSetup setup) {
        this(setup, times(setup.noise().trainSteps(), setup.steps()));
    }

    private Lcm(SamplerSetup setup, int[] times) {
        super(
                CallPlan.single(
                        Arrays.stream(times).asDoubleStream().toArray(), sigmas(setup, times)),
                Coordinates.VARIANCE_PRESERVING,
                setup.config().prediction(),
                1);
        this.times = times;
    }

    private static int[] times(int trainSteps, int steps) {
        int distilled = Math.min(DISTILLED_STEPS, trainSteps);
        if (steps > distilled) {
            throw new AtelierException(
                    "LCM samples in at most %d steps, not %d; choose fewer, or another sampler."
                            .formatted(distilled, steps));
        }
        int stride = trainSteps / distilled;
        int[] times = new int[steps];
        for (int step = 0; step < steps; step++) {
            int skipped = (int) (step * ((double) distilled / steps));
            times[step] = (distilled - skipped) * stride - 1;
        }
        return times;
    }

    private static double[] sigmas(SamplerSetup setup, int[] times) {
        double[] sigmas = new double[times.length + 1];
        for (int step = 0; step < times.length; step++) {
            sigmas[step] = setup.trainedLevel(times[step]).sigma();
        }
        return sigmas;
    }

    @Override
    float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        float[] denoised = denoised(modelOutput, call, sample);
        double time = times[call] * TIMESTEP_SCALING;
        double radius = time * time + SIGMA_DATA * SIGMA_DATA;
        LinearCombination clean =
                LinearCombination.of(time / Math.sqrt(radius), denoised)
                        .plus(SIGMA_DATA * SIGMA_DATA / radius, sample);
        if (call == calls() - 1) {
            return clean.toFloats();
        }
        NoiseLevel next = level(call + 1);
        return LinearCombination.of(next.alpha(), clean.toFloats())
                .plus(next.noise(), noise.normal(sample.length))
                .toFloats();
    }
}
