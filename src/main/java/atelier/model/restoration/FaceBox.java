package atelier.model.restoration;

/**
 * Where a face is, from brow to chin, in a picture's pixels. It may reach beyond the picture.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param width more than 0
 * @param height more than 0
 */
public record FaceBox(double left, double top, double width, double height) {

    /** Its right edge. */
    public double right() {
        return left + width;
    }

    /** Its lower edge. */
    public double bottom() {
        return top + height;
    }

    /** In square pixels. */
    public double area() {
        return width * height;
    }

    /** Its middle. */
    public FacePoint middle() {
        return new FacePoint(left + width / 2, top + height / 2);
    }

    /** Whether a place lies in it. */
    public boolean holds(FacePoint place) {
        return place.x() >= left
                && place.x() <= right()
                && place.y() >= top
                && place.y() <= bottom();
    }

    /** How much of both is in both, in square pixels. */
    public double common(FaceBox other) {
        double across = Math.min(right(), other.right()) - Math.max(left, other.left);
        double down = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
        return Math.max(0, across) * Math.max(0, down);
    }

    /** What is in both as a share of what is in either, from 0 to 1 (Jaccard's index). */
    public double overlap(FaceBox other) {
        double common = common(other);
        return common / (area() + other.area() - common);
    }
}
