package atelier.service.starter.scene;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import atelier.service.starter.painter.Dice;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where a portrait goes in a scene.
 *
 * @param transform from the portrait's pixels to the scene's, both from their left upper corners
 * @param face where its face comes to lie
 * @param area what the portrait covers
 */
record Placement(AffineTransform transform, DetectedFace face, Rectangle2D area) {

    private static final double MIDDLE = 0.5;
    private static final double LEAN = 0.25;
    private static final double LEANING = 0.5;

    /** Draws one at random: any place whose middle of the face lies in the scene. */
    static Placement draw(CutOut cutOut, SceneSettings scene, Dice dice) {
        FaceBox box = cutOut.face().box();
        double width = scene.least() * Math.pow(scene.most() / scene.least(), dice.between(0, 1));
        double scale = width / box.width();
        AffineTransform transform =
                AffineTransform.getTranslateInstance(
                        dice.between(0, scene.side()), dice.between(0, scene.side()));
        transform.rotate(dice.happens(LEANING) ? dice.between(-LEAN, LEAN) : 0);
        transform.scale(scale, scale);
        transform.translate(
                -(box.left() + box.width() / 2 + MIDDLE), -(box.top() + box.height() / 2 + MIDDLE));
        Rectangle2D whole = new Rectangle2D.Double(0, 0, cutOut.side(), cutOut.side());
        return new Placement(
                transform,
                moved(cutOut.face(), transform),
                transform.createTransformedShape(whole).getBounds2D());
    }

    private static DetectedFace moved(DetectedFace face, AffineTransform transform) {
        FaceBox box = face.box();
        Rectangle2D moved =
                transform
                        .createTransformedShape(
                                new Rectangle2D.Double(
                                        box.left() + MIDDLE,
                                        box.top() + MIDDLE,
                                        box.width(),
                                        box.height()))
                        .getBounds2D();
        List<FacePoint> marks =
                face.landmarks().points().stream().map(mark -> moved(mark, transform)).toList();
        return new DetectedFace(
                new FaceBox(
                        moved.getX() - MIDDLE,
                        moved.getY() - MIDDLE,
                        moved.getWidth(),
                        moved.getHeight()),
                FaceLandmarks.of(marks),
                face.score());
    }

    private static FacePoint moved(FacePoint mark, AffineTransform transform) {
        Point2D place =
                transform.transform(new Point2D.Double(mark.x() + MIDDLE, mark.y() + MIDDLE), null);
        return new FacePoint(place.getX() - MIDDLE, place.getY() - MIDDLE);
    }

    /** How much of the face lies within a scene of that side. */
    double visible(int side) {
        FaceBox box = face.box();
        return box.common(new FaceBox(-MIDDLE, -MIDDLE, side, side)) / box.area();
    }

    /** Whether it hides some of another's face. */
    boolean hides(Placement other) {
        FaceBox box = other.face.box();
        return area.intersects(box.left() + MIDDLE, box.top() + MIDDLE, box.width(), box.height());
    }
}
