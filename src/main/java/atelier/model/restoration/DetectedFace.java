package atelier.model.restoration;

/**
 * A face that a detector found.
 *
 * @param score how sure it is, from 0 to 1
 */
public record DetectedFace(FaceBox box, FaceLandmarks landmarks, double score) {

    /** The same face in the picture made so many times as wide and high. */
    public DetectedFace scaled(double across, double down) {
        return new DetectedFace(
                new FaceBox(
                        box.left() * across,
                        box.top() * down,
                        box.width() * across,
                        box.height() * down),
                FaceLandmarks.of(
                        landmarks.points().stream()
                                .map(mark -> new FacePoint(mark.x() * across, mark.y() * down))
                                .toList()),
                score);
    }
}
