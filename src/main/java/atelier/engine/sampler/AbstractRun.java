package atelier.engine.sampler;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;

/** What all samplers share: the plan of calls, their coordinates, and the order of calls. */
abstract class AbstractRun implements SamplerRun {

    private final CallPlan plan;
    private final Coordinates coordinates;
    private final PredictionType prediction;
    private final double initialSigma;
    private int expectedCall = -1;

    AbstractRun(
            CallPlan plan,
            Coordinates coordinates,
            PredictionType prediction,
            double initialSigma) {
        this.plan = plan;
        this.coordinates = coordinates;
        this.prediction = prediction;
        this.initialSigma = initialSigma;
    }

    /** The latent after a call; calls come in order. */
    abstract float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise);

    @Override
    public final int calls() {
        return plan.calls();
    }

    @Override
    public final int stepOf(int call) {
        return plan.stepOf(call);
    }

    @Override
    public final double[] timesteps() {
        return plan.timesteps();
    }

    @Override
    public final double[] sigmas() {
        return plan.sigmas();
    }

    @Override
    public final double initialSigma() {
        return initialSigma;
    }

    @Override
    public final int startCall(double strength) {
        if (!(strength > 0 && strength <= 1)) {
            throw new AtelierException(
                    "Strength is %s; choose a number above 0 and at most 1.".formatted(strength));
        }
        int steps = plan.steps();
        int run = Math.min((int) (steps * strength), steps);
        if (run == 0) {
            throw new AtelierException(
                    "Strength %s of %d steps leaves no step to run; raise the strength or the steps."
                            .formatted(strength, steps));
        }
        return plan.firstCallOf(steps - run);
    }

    @Override
    public final float[] addNoise(float[] clean, float[] noise, int call) {
        return coordinates.addNoise(clean, noise, level(call));
    }

    @Override
    public final float[] scaleInput(float[] sample, int call) {
        return LinearCombination.of(coordinates.inputScale(level(call)), sample).toFloats();
    }

    /**
     * {@inheritDoc}
     *
     * <p>In the scale that preserves variance, ε gives x₀ = (x − s ε)/α and v gives x₀ = α x − s v.
     */
    @Override
    public final float[] denoised(float[] modelOutput, int call, float[] sample) {
        NoiseLevel level = level(call);
        double scale = coordinates.inputScale(level);
        return switch (prediction) {
            case EPSILON ->
                    LinearCombination.of(scale / level.alpha(), sample)
                            .plus(-level.sigma(), modelOutput)
                            .toFloats();
            case V_PREDICTION ->
                    LinearCombination.of(scale * level.alpha(), sample)
                            .plus(-level.noise(), modelOutput)
                            .toFloats();
        };
    }

    @Override
    public final float[] step(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        boolean follows = expectedCall < 0 ? plan.beginsStep(call) : call == expectedCall;
        if (!follows) {
            throw new IllegalStateException(
                    "call " + call + " does not follow; expected " + expectedCall);
        }
        expectedCall = call + 1;
        return advance(modelOutput, call, sample, noise);
    }

    /** Whether a call is the first of its step. */
    final boolean beginsStep(int call) {
        return plan.beginsStep(call);
    }

    /** The noise before a call; that of the number of calls is what remains at the end. */
    final NoiseLevel level(int call) {
        return plan.level(call);
    }
}
