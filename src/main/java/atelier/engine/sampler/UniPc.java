package atelier.engine.sampler;

import org.jspecify.annotations.Nullable;

/**
 * UniPC of second order on x₀ with B(h) = e^h − 1, "bh2" (Zhao et al. 2023, "UniPC: A Unified
 * Predictor-Corrector Framework for Fast Sampling of Diffusion Models"). Each call first corrects
 * the step before with what the model has now seen at its end, then predicts the next; the first
 * step and the last are of first order.
 */
final class UniPc extends AbstractRun {

    private static final int ORDER = 2;

    private float @Nullable [] predictedFrom;
    private int predictedOrder;
    private float[] denoisedBefore = {};
    private float[] denoisedBeforeThat = {};
    private int seen;

    UniPc(SamplerSetup setup) {
        this(setup, setup.grid(StepLayout.OPEN_ENDED));
    }

    private UniPc(SamplerSetup setup, StepGrid grid) {
        super(
                CallPlan.single(grid.timesteps(), grid.sigmasTo(setup.finalSigma())),
                Coordinates.VARIANCE_PRESERVING,
                setup.config().prediction(),
                Coordinates.VARIANCE_PRESERVING.initialSigma(grid));
    }

    @Override
    float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        float[] denoised = denoised(modelOutput, call, sample);
        float[] corrected = predictedFrom == null ? sample : correct(predictedFrom, call, denoised);
        denoisedBeforeThat = denoisedBefore;
        denoisedBefore = denoised;
        seen++;
        predictedFrom = corrected;
        predictedOrder = Math.min(Math.min(ORDER, seen), calls() - call);
        return predict(call, corrected);
    }

    private float[] predict(int call, float[] sample) {
        Transition step = new Transition(level(call), level(call + 1));
        LinearCombination next = step.firstOrder(sample, denoisedBefore);
        if (predictedOrder == ORDER) {
            double weight = step.b() / (2 * step.ratioTo(level(call - 1)));
            next.plus(weight, denoisedBeforeThat).plus(-weight, denoisedBefore);
        }
        return next.toFloats();
    }

    private float[] correct(float[] from, int call, float[] denoised) {
        Transition step = new Transition(level(call - 1), level(call));
        LinearCombination next = step.firstOrder(from, denoisedBefore);
        double weightOfNew = 0.5;
        if (predictedOrder == ORDER) {
            double ratio = step.ratioTo(level(call - 2));
            double b1 = step.phi2() / step.expm1();
            double b2 = 2 * step.phi3() / step.expm1();
            double weightOfOld = (b1 - b2) / (1 - ratio);
            weightOfNew = b1 - weightOfOld;
            double weight = step.b() * weightOfOld / ratio;
            next.plus(weight, denoisedBeforeThat).plus(-weight, denoisedBefore);
        }
        return next.plus(step.b() * weightOfNew, denoised)
                .plus(-step.b() * weightOfNew, denoisedBefore)
                .toFloats();
    }

    /** The coefficients of a step between two noise levels. */
    private record Transition(NoiseLevel from, NoiseLevel to) {

        double h() {
            return to.lambda() - from.lambda();
        }

        /** e^{−h} − 1, which is also B. */
        double expm1() {
            return Math.expm1(-h());
        }

        /** The weight −α' B of differences between denoised latents. */
        double b() {
            return -to.alpha() * expm1();
        }

        /** (e^{−h} − 1)/(−h) − 1. */
        double phi2() {
            return expm1() / -h() - 1;
        }

        /** φ₂/(−h) − ½. */
        double phi3() {
            return phi2() / -h() - 0.5;
        }

        /** How far back an earlier level lies in λ, in units of this step; negative. */
        double ratioTo(NoiseLevel earlier) {
            return (earlier.lambda() - from.lambda()) / h();
        }

        LinearCombination firstOrder(float[] sample, float[] denoised) {
            return LinearCombination.of(to.noise() / from.noise(), sample).plus(b(), denoised);
        }
    }
}
