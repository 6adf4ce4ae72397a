package atelier.model.dataset;

/**
 * How a picture is brought to its bucket: first resized as a whole, then cut about the centre. All
 * in pixels.
 *
 * @param width of the bucket
 * @param height of the bucket
 * @param resizedWidth of the whole picture, at least the bucket's
 * @param resizedHeight of the whole picture, at least the bucket's
 */
public record Framing(int width, int height, int resizedWidth, int resizedHeight) {

    /** What is cut off at the left. */
    public int left() {
        return (resizedWidth - width) / 2;
    }

    /** What is cut off at the top. */
    public int top() {
        return (resizedHeight - height) / 2;
    }

    /** The share of the picture's area that is not cut off, from 0 to 1. */
    public double kept() {
        return (double) width / resizedWidth * height / resizedHeight;
    }
}
