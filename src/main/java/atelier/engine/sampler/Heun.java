package atelier.engine.sampler;

/**
 * Heun's method on the probability-flow ODE (Karras et al. 2022, algorithm 1 without churn): an
 * Euler step, then the same step with the mean of the slopes at both ends. Two model calls a step
 * but for the last, which ends at σ = 0, where there is no slope, and is Euler's.
 */
final class Heun extends AbstractRun {

    private float[] start = {};
    private float[] startDenoised = {};

    Heun(SamplerSetup setup) {
        this(setup, setup.grid(StepLayout.FRACTIONAL));
    }

    private Heun(SamplerSetup setup, StepGrid grid) {
        super(
                plan(grid),
                Coordinates.VARIANCE_EXPLODING,
                setup.config().prediction(),
                Coordinates.VARIANCE_EXPLODING.initialSigma(grid));
    }

    private static CallPlan plan(StepGrid grid) {
        CallPlan.Builder plan = new CallPlan.Builder();
        for (int step = 0; step < grid.steps(); step++) {
            plan.call(step, grid.timestep(step), grid.sigma(step));
            if (step + 1 < grid.steps()) {
                plan.call(step, grid.timestep(step + 1), grid.sigma(step + 1));
            }
        }
        return plan.end(0);
    }

    @Override
    float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        float[] denoised = denoised(modelOutput, call, sample);
        if (beginsStep(call)) {
            start = sample;
            startDenoised = denoised;
            double ratio = level(call + 1).sigma() / level(call).sigma();
            return LinearCombination.of(ratio, sample).plus(1 - ratio, denoised).toFloats();
        }
        // Slope at a point is (x - D) / sigma; half of each over the whole step.
        double from = level(call - 1).sigma();
        double to = level(call).sigma();
        double half = (to - from) / 2;
        return LinearCombination.of(1 + half / from, start)
                .plus(-half / from, startDenoised)
                .plus(half / to, sample)
                .plus(-half / to, denoised)
                .toFloats();
    }
}
