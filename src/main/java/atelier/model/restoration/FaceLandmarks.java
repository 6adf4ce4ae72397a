package atelier.model.restoration;

import java.util.List;

/**
 * Five marks of a face. Left and right are those of an upright face as who looks at the picture
 * sees it.
 */
public record FaceLandmarks(
        FacePoint leftEye,
        FacePoint rightEye,
        FacePoint nose,
        FacePoint leftMouth,
        FacePoint rightMouth) {

    /** All five: eyes, nose, corners of the mouth, each left first. */
    public List<FacePoint> points() {
        return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
    }

    /**
     * From five points in the order of {@link #points}.
     *
     * @throws IllegalArgumentException if they are not five
     */
    public static FaceLandmarks of(List<FacePoint> points) {
        if (points.size() != 5) {
            throw new IllegalArgumentException(points.size() + " marks of a face");
        }
        return new FaceLandmarks(
                points.get(0), points.get(1), points.get(2), points.get(3), points.get(4));
    }

    /** From one eye to the other, in pixels. */
    public double eyeDistance() {
        return leftEye.distance(rightEye);
    }
}
