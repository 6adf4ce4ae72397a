package atelier.model.generation;

/**
 * A small picture of an image that is not finished; never changes.
 *
 * <p>Its places are those of the latents, so it is an eighth of the image's width.
 */
public final class PreviewPicture {

    private final long seed;
    private final int width;
    private final int height;
    private final int[] rgb;

    /**
     * @param seed of the image
     * @param rgb row by row, 0xRRGGBB each
     */
    public PreviewPicture(long seed, int width, int height, int[] rgb) {
        if (rgb.length != width * height) {
            throw new IllegalArgumentException(
                    "%d places for %d × %d".formatted(rgb.length, width, height));
        }
        this.seed = seed;
        this.width = width;
        this.height = height;
        this.rgb = rgb.clone();
    }

    /** Seed of the image. */
    public long seed() {
        return seed;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** A copy of the pixels, row by row, 0xRRGGBB each. */
    public int[] rgb() {
        return rgb.clone();
    }
}
