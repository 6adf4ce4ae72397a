package atelier.service.starter.painter;

import atelier.model.starter.FaceShape;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/**
 * A head turned about its neck: what lies on the face moves as on a ball.
 *
 * @param amount −1 to the left, as the viewer sees it, to 1 to the right
 * @param most the angle of the amount 1, in radians: less for a narrow face, whose far eye would
 *     leave it
 */
record HeadTurn(double amount, double most) {

    private static final double RADIUS = 68;
    private static final int COORDINATES = 6;

    /** The turn of a head with a face of that shape. */
    static HeadTurn of(double amount, FaceShape shape) {
        double most =
                switch (shape) {
                    case ROUND, HEART -> 0.22;
                    case OVAL, SQUARE -> 0.2;
                    case LONG -> 0.16;
                };
        return new HeadTurn(amount, most);
    }

    /** Where a point of the face comes to lie. */
    double x(double x) {
        double depth = Math.sqrt(Math.max(0, RADIUS * RADIUS - x * x));
        double angle = amount * most;
        return x * StrictMath.cos(angle) + depth * StrictMath.sin(angle);
    }

    /** Where the middle of the face comes to lie, to the right. */
    double middle() {
        return x(0);
    }

    /** As {@link #x}, but no further than that from the middle, so that nothing leaves the face. */
    double x(double x, double limit) {
        return Math.clamp(x(x), -limit, limit);
    }

    /** A shape on the face, as it is seen. */
    Shape seen(Shape shape) {
        return seen(shape, RADIUS);
    }

    /** A shape on the face, as it is seen, with no point further than that from the middle. */
    Shape seen(Shape shape, double limit) {
        Path2D seen = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double[] at = new double[COORDINATES];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            for (int k = 0; k < COORDINATES; k += 2) {
                at[k] = x(at[k], limit);
            }
            switch (kind) {
                case PathIterator.SEG_MOVETO -> seen.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> seen.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> seen.quadTo(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO ->
                        seen.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> seen.closePath();
            }
        }
        return seen;
    }
}
