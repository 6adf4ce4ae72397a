package atelier.engine.sdxl;

import atelier.model.job.CancelToken;
import org.jspecify.annotations.Nullable;

/**
 * Shows an image while it is sampled. Colours are fitted to what the model's own autoencoder makes
 * of a part in the middle: after the first call, and again each time as many calls are done as
 * before, as latents become clearer. That costs a fraction of one decoding in all.
 */
final class LatentPreview {

    private static final int PART = 16;

    private final LatentCodec codec;
    private final MemoryLadder memory;
    private @Nullable LatentColours colours;

    LatentPreview(LatentCodec codec, MemoryLadder memory) {
        this.codec = codec;
        this.memory = memory;
    }

    /**
     * The image as the model sees it after a call.
     *
     * @param done calls of this image, from 1
     * @param latents clean, [channels, height, width]
     * @return [3, height, width], values from 0 to 1
     */
    float[] of(int done, float[] latents, int height, int width, CancelToken cancel) {
        LatentColours fitted = colours;
        if (fitted == null || Integer.bitCount(done) == 1) {
            fitted = fit(latents, height, width, cancel);
            colours = fitted;
        }
        return fitted.planes(latents, height, width);
    }

    private LatentColours fit(float[] latents, int height, int width, CancelToken cancel) {
        int rows = Math.min(PART, height);
        int columns = Math.min(PART, width);
        int channels = codec.channels();
        float[] part = new float[channels * rows * columns];
        for (int channel = 0; channel < channels; channel++) {
            for (int row = 0; row < rows; row++) {
                int from =
                        (channel * height + (height - rows) / 2 + row) * width
                                + (width - columns) / 2;
                System.arraycopy(latents, from, part, (channel * rows + row) * columns, columns);
            }
        }
        float[] picture = codec.decode(part, rows, columns, false, memory, cancel);
        return LatentColours.fit(part, rows, columns, picture, codec.reduction());
    }
}
