package atelier.model.dataset;

/**
 * How a picture is brought to its bucket: first resized as a whole, then cut. All in pixels.
 *
 * @param width of the bucket
 * @param height of the bucket
 * @param resizedWidth of the whole picture, at least the bucket's
 * @param resizedHeight of the whole picture, at least the bucket's
 * @param left what is cut off at the left
 * @param top what is cut off at the top
 */
public record Framing(
        int width, int height, int resizedWidth, int resizedHeight, int left, int top) {

    /** Cut about the centre. */
    public Framing(int width, int height, int resizedWidth, int resizedHeight) {
        this(
                width,
                height,
                resizedWidth,
                resizedHeight,
                (resizedWidth - width) / 2,
                (resizedHeight - height) / 2);
    }

    /** The share of the picture's area that is not cut off, from 0 to 1. */
    public double kept() {
        return (double) width / resizedWidth * height / resizedHeight;
    }
}
