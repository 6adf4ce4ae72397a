package atelier.model.dataset;

/**
 * The part of a picture that is trained on, in its own pixels.
 *
 * @param left of its left edge
 * @param top of its upper edge
 * @param width at least 1
 * @param height at least 1
 */
public record SourceCrop(int left, int top, int width, int height) {

    /** The part of a picture of that size which a framing keeps. */
    public static SourceCrop of(int width, int height, Framing framing) {
        int left = scaled(framing.left(), width, framing.resizedWidth());
        int top = scaled(framing.top(), height, framing.resizedHeight());
        return new SourceCrop(
                left,
                top,
                Math.clamp(scaled(framing.width(), width, framing.resizedWidth()), 1, width - left),
                Math.clamp(
                        scaled(framing.height(), height, framing.resizedHeight()),
                        1,
                        height - top));
    }

    private static int scaled(int value, int of, int resized) {
        return (int) Math.round((double) value * of / resized);
    }
}
