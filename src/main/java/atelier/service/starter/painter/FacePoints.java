package atelier.service.starter.painter;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * Where the features of a painted face are, in pixels from the left upper corner; left and right as
 * the viewer sees them, in the order of the usual five points.
 */
public record FacePoints(
        Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {

    /**
     * A place in a picture.
     *
     * @param x pixels from the left edge
     * @param y pixels from the upper edge
     */
    public record Point(double x, double y) {}

    /**
     * The points of a sitter.
     *
     * @param head from the head's lengths to pixels
     */
    static FacePoints of(Sitter sitter, AffineTransform head) {
        HeadTurn turn = sitter.turn();
        double mouth = Mouth.level(sitter);
        double half = Mouth.half(sitter);
        double corner = mouth - Mouth.lift(sitter.portrait().expression());
        return new FacePoints(
                at(turn.x(-Eyes.apart(sitter)), Eyes.LEVEL, head),
                at(turn.x(Eyes.apart(sitter)), Eyes.LEVEL, head),
                at(Nose.tipX(sitter), Nose.TIP, head),
                at(turn.x(-half), corner, head),
                at(turn.x(half), corner, head));
    }

    private static Point at(double x, double y, AffineTransform head) {
        Point2D place = head.transform(new Point2D.Double(x, y), null);
        return new Point(place.getX(), place.getY());
    }
}
