package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.SourceCrop;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes head and shoulders around the largest face for the subject. */
final class FaceSubject implements SubjectFinder {

    // In widths and heights of the face, which reaches from brow to chin.
    private static final double ASIDE = 0.6;
    private static final double ABOVE = 0.7;
    private static final double BELOW = 0.9;

    private final Map<Path, List<DetectedFace>> faces;

    /**
     * @param faces that were found, the largest first
     */
    FaceSubject(Map<Path, List<DetectedFace>> faces) {
        this.faces = faces;
    }

    @Override
    public Optional<SourceCrop> find(DatasetPicture picture) {
        return faces.getOrDefault(picture.file(), List.of()).stream()
                .findFirst()
                .flatMap(face -> around(face.box(), picture.width(), picture.height()));
    }

    private static Optional<SourceCrop> around(FaceBox face, int width, int height) {
        int left = within(Math.floor(face.left() - ASIDE * face.width()), width);
        int top = within(Math.floor(face.top() - ABOVE * face.height()), height);
        int right = within(Math.ceil(face.right() + ASIDE * face.width()), width);
        int bottom = within(Math.ceil(face.bottom() + BELOW * face.height()), height);
        return right > left && bottom > top
                ? Optional.of(new SourceCrop(left, top, right - left, bottom - top))
                : Optional.empty();
    }

    private static int within(double place, int length) {
        return (int) Math.clamp(place, 0, length);
    }
}
