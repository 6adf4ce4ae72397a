package atelier.engine.sampler;

import org.jspecify.annotations.Nullable;

/**
 * DPM-Solver++(2M), the multistep midpoint form (Lu et al. 2022, "DPM-Solver++: Fast Solver for
 * Guided Sampling of Diffusion Probabilistic Models", algorithm 2). The first step is of first
 * order, and so is the last where it ends at σ = 0 or the run has fewer than 15 steps.
 *
 * <p>It is written for any share η of fresh noise, with λ = −ln σ and h = λ' − λ; at η = 0 this is
 * the ODE solver:
 *
 * <pre>x' = (s'/s) e^{−ηh} x + α' (1 − e^{−h−ηh}) D̃ + s' √(1 − e^{−2ηh}) z</pre>
 *
 * where D̃ = D + ½ (D − D₋₁) h/h₋₁ in steps of second order and D otherwise.
 */
class Dpmpp2m extends AbstractRun {

    private static final int FEW_STEPS = 15;

    private final double eta;
    private float @Nullable [] previousDenoised;

    Dpmpp2m(SamplerSetup setup) {
        this(setup, 0);
    }

    /** Draws this share of fresh noise. */
    Dpmpp2m(SamplerSetup setup, double eta) {
        this(setup, setup.grid(StepLayout.OPEN_ENDED), eta);
    }

    private Dpmpp2m(SamplerSetup setup, StepGrid grid, double eta) {
        super(
                CallPlan.single(grid.timesteps(), grid.sigmasTo(setup.finalSigma())),
                Coordinates.VARIANCE_PRESERVING,
                setup.config().prediction(),
                Coordinates.VARIANCE_PRESERVING.initialSigma(grid));
        this.eta = eta;
    }

    @Override
    float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        NoiseLevel from = level(call);
        NoiseLevel to = level(call + 1);
        float[] denoised = denoised(modelOutput, call, sample);
        // e^(-h) is the ratio of the sigmas, which stays a number where sigma ends at 0.
        double ratio = to.sigma() / from.sigma();
        double keep = Math.pow(ratio, eta);
        double gain = to.alpha() * (1 - ratio * keep);
        LinearCombination next =
                LinearCombination.of(to.noise() / from.noise() * keep, sample).plus(gain, denoised);
        if (previousDenoised != null && !endsInFirstOrder(call)) {
            double h = to.lambda() - from.lambda();
            double hBefore = from.lambda() - level(call - 1).lambda();
            double correction = gain * h / (2 * hBefore);
            next.plus(correction, denoised).plus(-correction, previousDenoised);
        }
        if (eta > 0) {
            double fresh = to.noise() * Math.sqrt(1 - keep * keep);
            next.plus(fresh, noise.normal(sample.length));
        }
        previousDenoised = denoised;
        return next.toFloats();
    }

    private boolean endsInFirstOrder(int call) {
        return call == calls() - 1 && (level(calls()).sigma() == 0 || calls() < FEW_STEPS);
    }
}
