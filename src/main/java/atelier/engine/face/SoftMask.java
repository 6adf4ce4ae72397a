package atelier.engine.face;

/**
 * How much of a restored square is seen: all in its middle, nothing at its edges, and between them
 * a smooth step, {@code 3 t² − 2 t³}, so that no seam shows.
 */
final class SoftMask {

    /** The part of the side, at each edge, over which it fades. */
    private static final double FADE = 0.15;

    private final double last;
    private final double fade;

    /**
     * @param side of the square, in pixels
     */
    SoftMask(int side) {
        last = side - 1.0;
        fade = FADE * side;
    }

    /** From 0 to 1, at any place of the square; 0 beyond it. */
    double at(double x, double y) {
        return along(x) * along(y);
    }

    private double along(double place) {
        double inside = Math.min(place, last - place);
        if (inside <= 0) {
            return 0;
        }
        if (inside >= fade) {
            return 1;
        }
        double part = inside / fade;
        return part * part * (3 - 2 * part);
    }
}
