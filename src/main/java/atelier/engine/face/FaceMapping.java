package atelier.engine.face;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import java.util.function.UnaryOperator;

/** Brings faces from one picture's pixels to another's. */
final class FaceMapping {

    private FaceMapping() {}

    /** Whether all of its numbers are numbers. */
    static boolean isFinite(DetectedFace face) {
        FaceBox box = face.box();
        return Double.isFinite(box.left() + box.top() + box.width() + box.height())
                && face.landmarks().points().stream()
                        .allMatch(point -> Double.isFinite(point.x() + point.y()));
    }

    /** Moves first, then stretches. */
    static DetectedFace moved(
            DetectedFace face, double right, double down, double across, double along) {
        return mapped(
                face,
                point -> new FacePoint((point.x() + right) * across, (point.y() + down) * along));
    }

    /**
     * Maps every point of a face.
     *
     * @param to turns boxes into boxes
     */
    static DetectedFace mapped(DetectedFace face, UnaryOperator<FacePoint> to) {
        FaceBox box = face.box();
        FacePoint one = to.apply(new FacePoint(box.left(), box.top()));
        FacePoint other = to.apply(new FacePoint(box.right(), box.bottom()));
        return new DetectedFace(
                new FaceBox(
                        Math.min(one.x(), other.x()),
                        Math.min(one.y(), other.y()),
                        Math.abs(one.x() - other.x()),
                        Math.abs(one.y() - other.y())),
                FaceLandmarks.of(face.landmarks().points().stream().map(to).toList()),
                face.score());
    }
}
