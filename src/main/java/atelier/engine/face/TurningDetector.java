package atelier.engine.face;

import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FacePoint;
import java.util.List;

/**
 * Finds faces that lie on their side or stand on their head, too: where no upright one is found,
 * the picture is turned and looked at again, for large faces only. Runs on the lane.
 */
final class TurningDetector implements FaceDetector {

    private static final int TURNS = 4;

    private final TiledDetector upright;

    /**
     * @param upright is closed with this
     */
    TurningDetector(TiledDetector upright) {
        this.upright = upright;
    }

    @Override
    public List<DetectedFace> detect(Bitmap picture, CancelToken cancel) {
        List<DetectedFace> found = upright.detect(picture, cancel);
        if (!found.isEmpty()) {
            return found;
        }
        // Turning all of a large picture would take long, and no more of it is looked at.
        Bitmap turned = upright.reduced(picture, cancel);
        for (int turns = 1; found.isEmpty() && turns < TURNS; turns++) {
            turned = turned(turned);
            boolean lies = turns % 2 == 1;
            int width = lies ? picture.height() : picture.width();
            int height = lies ? picture.width() : picture.height();
            double across = (double) width / turned.width();
            double along = (double) height / turned.height();
            int back = turns;
            found =
                    upright.detectLarge(turned, cancel).stream()
                            .map(face -> FaceMapping.moved(face, 0, 0, across, along))
                            .map(face ->
                                    FaceMapping.mapped(
                                            face, point -> turnedBack(point, width, height, back)))
                            .toList();
        }
        return found;
    }

    /** By a quarter, clockwise. */
    private static Bitmap turned(Bitmap picture) {
        int width = picture.height();
        int height = picture.width();
        int[] turned = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[y * width + x] = picture.argb()[(width - 1 - x) * height + y];
            }
        }
        return new Bitmap(width, height, turned);
    }

    /** Where a point of a picture that was turned so often was before. */
    private static FacePoint turnedBack(FacePoint point, int width, int height, int turns) {
        return switch (turns) {
            case 1 -> new FacePoint(point.y(), width - 1 - point.x());
            case 2 -> new FacePoint(width - 1 - point.x(), height - 1 - point.y());
            default -> new FacePoint(height - 1 - point.y(), point.x());
        };
    }

    @Override
    public void close() {
        upright.close();
    }
}
