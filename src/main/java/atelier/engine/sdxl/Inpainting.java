package atelier.engine.sdxl;

/**
 * Keeps part of a picture while the rest is painted anew: after each step the kept latents are put
 * back, noised as the sampler expects them.
 */
public final class Inpainting {

    private final float[] image;
    private final float[] noise;
    private final float[] mask;

    /**
     * @param image clean latents of the picture [channels, h, w]
     * @param noise unit normal noise of the same size, the one that the run started from
     * @param mask [h, w]: 1 paints anew, 0 keeps
     */
    public Inpainting(float[] image, float[] noise, float[] mask) {
        this.image = image;
        this.noise = noise;
        this.mask = mask;
    }

    float[] image() {
        return image;
    }

    float[] noise() {
        return noise;
    }

    /** Painted latents where the mask says so, kept ones elsewhere. */
    float[] blend(float[] painted, float[] kept) {
        float[] latents = new float[painted.length];
        for (int i = 0; i < latents.length; i++) {
            float share = mask[i % mask.length];
            latents[i] = share * painted[i] + (1 - share) * kept[i];
        }
        return latents;
    }
}
