package atelier.engine.training.losses;

/**
 * Shifts each channel of the noise as a whole, so that the model learns to make pictures brighter
 * or darker than the middle: ε + s·N(0, 1) for each channel.
 *
 * @param strength s, at least 0; SDXL itself was trained with 0.0357
 */
public record NoiseOffset(double strength) {

    /**
     * The shifted noise.
     *
     * @param noise [channels, h, w]
     * @param shifts unit normal, one for each channel
     */
    public float[] apply(float[] noise, float[] shifts) {
        int places = noise.length / shifts.length;
        float[] shifted = new float[noise.length];
        for (int i = 0; i < noise.length; i++) {
            shifted[i] = (float) (noise[i] + strength * shifts[i / places]);
        }
        return shifted;
    }
}
