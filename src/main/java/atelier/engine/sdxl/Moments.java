package atelier.engine.sdxl;

import java.util.Arrays;

/**
 * The normal distribution of a picture's latents that the encoder gives, not scaled, for one
 * picture [4, h, w].
 */
public final class Moments {

    private static final float LEAST = -30;
    private static final float MOST = 20;

    private final float[] mean;
    private final float[] logVariance;

    private Moments(float[] mean, float[] logVariance) {
        this.mean = mean;
        this.logVariance = logVariance;
    }

    /**
     * Reads the encoder's output for one picture: the mean's channels, then those of the logarithm.
     */
    public static Moments of(float[] output) {
        int half = output.length / 2;
        float[] logVariance = Arrays.copyOfRange(output, half, output.length);
        for (int i = 0; i < half; i++) {
            logVariance[i] = Math.clamp(logVariance[i], LEAST, MOST);
        }
        return new Moments(Arrays.copyOf(output, half), logVariance);
    }

    /** All of it, as {@link #of} takes it: so that it can be kept and read again. */
    public float[] values() {
        float[] values = Arrays.copyOf(mean, 2 * mean.length);
        System.arraycopy(logVariance, 0, values, mean.length, mean.length);
        return values;
    }

    /** The expected latents, not scaled. */
    float[] mean() {
        return mean.clone();
    }

    /** The logarithm of their variance, clamped to −30 … 20. */
    float[] logVariance() {
        return logVariance.clone();
    }

    /** Latents drawn with that standard normal noise, times a scaling factor. */
    public float[] sample(float[] noise, double scalingFactor) {
        float[] latents = new float[mean.length];
        for (int i = 0; i < latents.length; i++) {
            latents[i] =
                    (float) ((mean[i] + Math.exp(0.5 * logVariance[i]) * noise[i]) * scalingFactor);
        }
        return latents;
    }

    /** The expected latents times a scaling factor. */
    public float[] mode(double scalingFactor) {
        float[] latents = new float[mean.length];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) (mean[i] * scalingFactor);
        }
        return latents;
    }
}
