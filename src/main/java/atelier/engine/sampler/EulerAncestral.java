package atelier.engine.sampler;

/**
 * Euler's method with fresh noise after each step, as k-diffusion's {@code sample_euler_ancestral};
 * it ends at σ = 0 whatever the checkpoint says. It draws noise in the last step, too, where its
 * weight is 0, as diffusers does. Eta scales the fresh noise; 1 is the usual sampler.
 */
final class EulerAncestral extends AbstractRun {

    private final double eta;

    EulerAncestral(SamplerSetup setup) {
        this(setup, setup.grid(StepLayout.FRACTIONAL));
    }

    private EulerAncestral(SamplerSetup setup, StepGrid grid) {
        super(
                CallPlan.single(grid.timesteps(), grid.sigmasTo(0)),
                Coordinates.VARIANCE_EXPLODING,
                setup.config().prediction(),
                Coordinates.VARIANCE_EXPLODING.initialSigma(grid));
        this.eta = setup.eta();
    }

    @Override
    float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        float[] denoised = denoised(modelOutput, call, sample);
        AncestralStep step =
                AncestralStep.between(level(call).sigma(), level(call + 1).sigma(), eta);
        return eta > 0
                ? step.move(sample, denoised, noise.normal(sample.length))
                : step.move(sample, denoised);
    }
}
