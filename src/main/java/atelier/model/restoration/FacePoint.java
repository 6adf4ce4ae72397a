package atelier.model.restoration;

/**
 * A place in a picture; the middle of its first pixel is (0, 0).
 *
 * @param x pixels to the right
 * @param y pixels down
 */
public record FacePoint(double x, double y) {

    /** How far another place is from this one, in pixels. */
    public double distance(FacePoint other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
