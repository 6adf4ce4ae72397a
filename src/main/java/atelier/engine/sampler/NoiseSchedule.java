package atelier.engine.sampler;

import java.util.Arrays;

/**
 * The noise that a model was trained with: β, ᾱ and σ of each training step (Ho et al. 2020,
 * "Denoising Diffusion Probabilistic Models").
 *
 * <p>Step t of 0 … {@link #trainSteps()}−1 mixes a clean latent x₀ with unit noise ε as √ᾱ x₀ +
 * √(1−ᾱ) ε; ᾱ falls with t. Latents are plain arrays in any order, both of the same length.
 */
public final class NoiseSchedule {

    /**
     * ᾱ below which sampling does not go in σ coordinates: a schedule with zero terminal SNR ends
     * at ᾱ = 0, where σ is infinite; with this floor it ends at σ = 4096.
     */
    private static final double SMALLEST_ALPHA_CUMPROD = 0x1p-24;

    private final double[] alphasCumprod;
    private final double[] sigmas;
    private final double[] logSigmas;

    private NoiseSchedule(double[] alphasCumprod) {
        this.alphasCumprod = alphasCumprod;
        this.sigmas =
                Arrays.stream(alphasCumprod)
                        .map(a -> Math.max(a, SMALLEST_ALPHA_CUMPROD))
                        .map(a -> NoiseLevel.ofAlphaCumprod(a).sigma())
                        .toArray();
        this.logSigmas = Arrays.stream(sigmas).map(Math::log).toArray();
    }

    /** The schedule that a checkpoint's scheduler configuration describes. */
    public static NoiseSchedule of(SchedulerConfig config) {
        double[] alphasCumprod = cumulativeProducts(config.betas().values());
        return new NoiseSchedule(
                config.zeroTerminalSnr() ? withZeroTerminalSnr(alphasCumprod) : alphasCumprod);
    }

    private static double[] cumulativeProducts(double[] betas) {
        double[] products = new double[betas.length];
        double product = 1;
        for (int t = 0; t < betas.length; t++) {
            product *= 1 - betas[t];
            products[t] = product;
        }
        return products;
    }

    /**
     * Shifts and scales √ᾱ so that it ends at exactly 0 and starts where it did (Lin et al. 2023,
     * "Common Diffusion Noise Schedules and Sample Steps are Flawed", algorithm 1).
     */
    private static double[] withZeroTerminalSnr(double[] alphasCumprod) {
        double first = Math.sqrt(alphasCumprod[0]);
        double last = Math.sqrt(alphasCumprod[alphasCumprod.length - 1]);
        double scale = first / (first - last);
        return Arrays.stream(alphasCumprod)
                .map(a -> (Math.sqrt(a) - last) * scale)
                .map(root -> root * root)
                .toArray();
    }

    /** Number of training steps, 1000 for SDXL. */
    public int trainSteps() {
        return alphasCumprod.length;
    }

    /** ᾱ of training step t, between 1 and 0; 0 only at the last step of zero terminal SNR. */
    public double alphaCumprod(int t) {
        return alphasCumprod[t];
    }

    /** β of training step t: 1 − ᾱ(t)/ᾱ(t−1). */
    public double beta(int t) {
        return 1 - alphasCumprod[t] / (t == 0 ? 1 : alphasCumprod[t - 1]);
    }

    /** Signal-to-noise ratio ᾱ/(1−ᾱ) of training step t. */
    public double snr(int t) {
        return alphasCumprod[t] / (1 - alphasCumprod[t]);
    }

    /** σ = √((1−ᾱ)/ᾱ) of training step t; at most 4096, which stands for an infinite one. */
    public double sigma(int t) {
        return sigmas[t];
    }

    /**
     * σ at a time between training steps, linear in σ; times outside the range count as its end.
     */
    public double sigmaAt(double t) {
        return interpolate(sigmas, t);
    }

    /** σ at a time between training steps, linear in ln σ. */
    public double sigmaAtByLog(double t) {
        return Math.exp(interpolate(logSigmas, t));
    }

    /**
     * The time, between training steps, at which the model expects noise of this σ: linear in ln σ,
     * from 0 to the last training step.
     */
    public double timestepOf(double sigma) {
        double log = Math.log(sigma);
        int found = Arrays.binarySearch(logSigmas, log);
        if (found >= 0) {
            return found;
        }
        int high = Math.clamp(-found - 1, 1, logSigmas.length - 1);
        double low = logSigmas[high - 1];
        return high - 1 + Math.clamp((log - low) / (logSigmas[high] - low), 0.0, 1.0);
    }

    private static double interpolate(double[] values, double t) {
        double inside = Math.clamp(t, 0.0, values.length - 1.0);
        int low = Math.min((int) inside, values.length - 2);
        double share = inside - low;
        return values[low] * (1 - share) + values[low + 1] * share;
    }

    /** A clean latent with the noise of training step t on it: √ᾱ x₀ + √(1−ᾱ) ε. */
    public float[] addNoise(float[] clean, float[] noise, int t) {
        return LinearCombination.of(Math.sqrt(alphasCumprod[t]), clean)
                .plus(Math.sqrt(1 - alphasCumprod[t]), noise)
                .toFloats();
    }

    /** The velocity that a v model is trained to predict: √ᾱ ε − √(1−ᾱ) x₀. */
    public float[] velocity(float[] clean, float[] noise, int t) {
        return LinearCombination.of(Math.sqrt(alphasCumprod[t]), noise)
                .plus(-Math.sqrt(1 - alphasCumprod[t]), clean)
                .toFloats();
    }

    /** Whether σ grows from each training step to the next, which samplers rely on. */
    boolean rises() {
        boolean rises = sigmas[0] > 0;
        for (int t = 1; t < sigmas.length; t++) {
            rises &= sigmas[t] > sigmas[t - 1];
        }
        return rises;
    }

    /**
     * The noise level of training step t as it was trained, without the floor that {@link #sigma}
     * has: σ may be +∞.
     */
    NoiseLevel trainedLevel(int t) {
        return NoiseLevel.ofAlphaCumprod(alphasCumprod[t]);
    }
}
