package atelier.engine.sampler;

/**
 * Euler's method on the probability-flow ODE dx/dσ = (x − D)/σ (Karras et al. 2022, algorithm 2
 * without churn).
 */
final class Euler extends AbstractRun {

    Euler(SamplerSetup setup) {
        this(setup, setup.grid(StepLayout.FRACTIONAL));
    }

    private Euler(SamplerSetup setup, StepGrid grid) {
        super(
                CallPlan.single(grid.timesteps(), grid.sigmasTo(setup.finalSigma())),
                Coordinates.VARIANCE_EXPLODING,
                setup.config().prediction(),
                Coordinates.VARIANCE_EXPLODING.initialSigma(grid));
    }

    @Override
    float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        double ratio = level(call + 1).sigma() / level(call).sigma();
        float[] denoised = denoised(modelOutput, call, sample);
        return LinearCombination.of(ratio, sample).plus(1 - ratio, denoised).toFloats();
    }
}
