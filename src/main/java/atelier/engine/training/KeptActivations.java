package atelier.engine.training;

import atelier.engine.weights.UNetConfig;

/**
 * Estimates what a training step keeps in memory when nothing is computed again: for each place and
 * channel about ten numbers a residual block and thirty a transformer block. At SDXL's size and
 * 512² that is 1.8 GB in bf16, where 1.9 GB were measured.
 */
public final class KeptActivations {

    private static final long RESIDUAL = 10;
    private static final long TRANSFORMER = 30;

    /** Before and after a level's transformer blocks there is a projection each. */
    private static final long PROJECTIONS = 2;

    private KeptActivations() {}

    /**
     * The bytes kept.
     *
     * @param height of the latents
     * @param width of the latents
     * @param bytes of a number
     */
    public static long bytes(UNetConfig unet, int batch, int height, int width, int bytes) {
        long numbers = 0;
        int layers = 2 * unet.layersPerBlock() + 1;
        for (int level = 0; level < unet.levels(); level++) {
            boolean last = level == unet.levels() - 1;
            int middle = last ? 1 : 0;
            long residual = layers + 2L * middle;
            long transformers = (long) (layers + middle) * unet.transformerDepths().get(level);
            long places = (long) (height >> level) * (width >> level);
            numbers +=
                    places
                            * unet.blockOutChannels().get(level)
                            * (RESIDUAL * residual + TRANSFORMER * transformers);
        }
        return numbers * batch * bytes;
    }

    /**
     * The bytes kept where the UNet is computed twice: what each block begins with, and of one
     * block at a time everything, the largest.
     *
     * @param height of the latents
     * @param width of the latents
     * @param bytes of a number
     */
    public static long checkpointedBytes(
            UNetConfig unet, int batch, int height, int width, int bytes) {
        long inputs = 0;
        long largest = 0;
        int layers = 2 * unet.layersPerBlock() + 1;
        for (int level = 0; level < unet.levels(); level++) {
            int middle = level == unet.levels() - 1 ? 1 : 0;
            int depth = unet.transformerDepths().get(level);
            long residual = layers + 2L * middle;
            long transformers = depth == 0 ? 0 : (layers + middle) * (depth + PROJECTIONS);
            long values =
                    (long) (height >> level)
                            * (width >> level)
                            * unet.blockOutChannels().get(level);
            inputs += values * (residual + transformers);
            largest = Math.max(largest, values * (depth == 0 ? RESIDUAL : TRANSFORMER));
        }
        return (inputs + largest) * batch * bytes;
    }
}
