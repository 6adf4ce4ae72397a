package atelier.model.review;

/**
 * How two pictures of one size differ, as a picture: dark where they are alike, bright where they
 * differ as much as is usual, all the brighter the more. Never changes.
 */
public final class PictureDifference {

    private final int width;
    private final int height;
    private final int[] rgb;
    private final double mean;
    private final double largest;

    /**
     * @param rgb row by row, 0xRRGGBB each
     * @param mean of all pixels, 0 for the same colour, 1 for black and white
     * @param largest of them
     */
    public PictureDifference(int width, int height, int[] rgb, double mean, double largest) {
        if (rgb.length != width * height) {
            throw new IllegalArgumentException(
                    "%d places for %d × %d".formatted(rgb.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb.clone();
        this.mean = mean;
        this.largest = largest;
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

    /** The mean difference: 0 for the same picture, 1 for a black and a white one. */
    public double mean() {
        return mean;
    }

    /** The largest difference of a pixel. */
    public double largest() {
        return largest;
    }
}
