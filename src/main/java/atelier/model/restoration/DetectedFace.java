package atelier.model.restoration;

/**
 * A face that a detector found.
 *
 * @param score how sure it is, from 0 to 1
 */
public record DetectedFace(FaceBox box, FaceLandmarks landmarks, double score) {}
