package atelier.engine.face;

import atelier.model.restoration.FacePoint;
import java.util.List;

/**
 * Turns, scales and moves points, so that shapes stay alike:
 *
 * <pre>x' = a x − b y + right,  y' = b x + a y + down</pre>
 */
public record Similarity(double a, double b, double right, double down) {

    /**
     * The one that brings points nearest to others, by least squares (Umeyama 1991, without
     * mirroring).
     *
     * @param from at least two places, not all the same
     * @param to as many
     * @throws IllegalArgumentException if the points are all in one place
     */
    public static Similarity between(List<FacePoint> from, List<FacePoint> to) {
        FacePoint fromMiddle = middle(from);
        FacePoint toMiddle = middle(to);
        double spread = 0;
        double along = 0;
        double across = 0;
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - fromMiddle.x();
            double y = from.get(i).y() - fromMiddle.y();
            double u = to.get(i).x() - toMiddle.x();
            double v = to.get(i).y() - toMiddle.y();
            spread += x * x + y * y;
            along += x * u + y * v;
            across += x * v - y * u;
        }
        if (!(spread > 0)) {
            throw new IllegalArgumentException("all points are in one place: " + from);
        }
        double a = along / spread;
        double b = across / spread;
        return new Similarity(
                a,
                b,
                toMiddle.x() - a * fromMiddle.x() + b * fromMiddle.y(),
                toMiddle.y() - b * fromMiddle.x() - a * fromMiddle.y());
    }

    private static FacePoint middle(List<FacePoint> points) {
        return new FacePoint(
                points.stream().mapToDouble(FacePoint::x).average().orElseThrow(),
                points.stream().mapToDouble(FacePoint::y).average().orElseThrow());
    }

    /** How many times as long lengths become. */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** Where it takes a point. */
    public FacePoint of(FacePoint point) {
        return of(point.x(), point.y());
    }

    FacePoint of(double x, double y) {
        return new FacePoint(a * x - b * y + right, b * x + a * y + down);
    }

    /** The one that takes all back. */
    public Similarity inverse() {
        double square = a * a + b * b;
        double back = a / square;
        double turn = -b / square;
        return new Similarity(back, turn, -back * right + turn * down, -turn * right - back * down);
    }

    /**
     * The same for a picture that was made larger first. The middle of its first pixel is (0, 0)
     * again, and so lies elsewhere in what is shown.
     *
     * @param factor how many times as wide and high it became
     */
    public Similarity ofEnlarged(int factor) {
        double corner = (1.0 / factor - 1) / 2;
        FacePoint moved = of(corner, corner);
        return new Similarity(a / factor, b / factor, moved.x(), moved.y());
    }
}
