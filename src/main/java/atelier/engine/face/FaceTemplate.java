package atelier.engine.face;

import atelier.model.restoration.FacePoint;
import java.util.List;

/** Where a network expects eyes, nose and mouth to be in the square that it sees. */
public enum FaceTemplate {
    /** Of the pictures of FFHQ (Karras et al. 2019), which most restorers were trained on. */
    FFHQ(
            512,
            new FacePoint(192.98138, 239.94708),
            new FacePoint(318.90277, 240.1936),
            new FacePoint(256.63416, 314.01935),
            new FacePoint(201.26117, 371.41043),
            new FacePoint(313.08905, 371.15118)),
    /** Of ArcFace (Deng et al. 2019), for squares of 112 pixels: the face fills it. */
    ARCFACE_112(
            112,
            new FacePoint(38.2946, 51.6963),
            new FacePoint(73.5318, 51.5014),
            new FacePoint(56.0252, 71.7366),
            new FacePoint(41.5493, 92.3655),
            new FacePoint(70.7299, 92.2041)),
    /** The same marks with eight pixels more on the left and right, and sixteen below. */
    ARCFACE_128(
            128,
            new FacePoint(46.2946, 51.6963),
            new FacePoint(81.5318, 51.5014),
            new FacePoint(64.0252, 71.7366),
            new FacePoint(49.5493, 92.3655),
            new FacePoint(78.7299, 92.2041));

    private final double side;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<FacePoint> points;

    FaceTemplate(double side, FacePoint... points) {
        this.side = side;
        this.points = List.of(points);
    }

    /**
     * The marks in a square of that side, in the order of {@link
     * atelier.model.restoration.FaceLandmarks#points}.
     */
    public List<FacePoint> points(int size) {
        double scale = size / side;
        return points.stream()
                .map(point -> new FacePoint(point.x() * scale, point.y() * scale))
                .toList();
    }
}
