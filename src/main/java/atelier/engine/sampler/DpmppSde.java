package atelier.engine.sampler;

/**
 * DPM-Solver++ (SDE) of second order with its inner point half-way in ln σ, as k-diffusion's {@code
 * sample_dpmpp_sde} with r = ½: an ancestral step to the middle, then an ancestral step over the
 * whole with what the model sees in the middle. Two model calls a step but for the last, which ends
 * at σ = 0 and is Euler's.
 *
 * <p>Each ancestral step draws its own noise, whereas k-diffusion takes both from one Brownian path
 * of its own generator; so images resemble those of A1111 at the same seed without being the same.
 */
final class DpmppSde extends AbstractRun {

    private final double eta;
    private float[] start = {};

    DpmppSde(SamplerSetup setup) {
        this(setup, setup.grid(StepLayout.FRACTIONAL));
    }

    private DpmppSde(SamplerSetup setup, StepGrid grid) {
        super(
                plan(setup.noise(), grid),
                Coordinates.VARIANCE_EXPLODING,
                setup.config().prediction(),
                Coordinates.VARIANCE_EXPLODING.initialSigma(grid));
        this.eta = setup.eta();
    }

    private static CallPlan plan(NoiseSchedule noise, StepGrid grid) {
        CallPlan.Builder plan = new CallPlan.Builder();
        for (int step = 0; step < grid.steps(); step++) {
            plan.call(step, grid.timestep(step), grid.sigma(step));
            if (step + 1 < grid.steps()) {
                double middle = Math.sqrt(grid.sigma(step) * grid.sigma(step + 1));
                plan.call(step, noise.timestepOf(middle), middle);
            }
        }
        return plan.end(0);
    }

    @Override
    float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        float[] denoised = denoised(modelOutput, call, sample);
        if (beginsStep(call)) {
            start = sample;
            return move(sample, denoised, call, call + 1, noise);
        }
        return move(start, denoised, call - 1, call + 1, noise);
    }

    private float[] move(float[] sample, float[] denoised, int from, int to, NoiseSource noise) {
        AncestralStep step = AncestralStep.between(level(from).sigma(), level(to).sigma(), eta);
        return step.up() > 0
                ? step.move(sample, denoised, noise.normal(sample.length))
                : step.move(sample, denoised);
    }
}
