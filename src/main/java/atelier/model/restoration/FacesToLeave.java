package atelier.model.restoration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Faces of an image that are left alone, told by places on them, as whoever looks at the image
 * would point at them. Which face is meant stays the same, whatever network finds it.
 *
 * @param places in the image's pixels; each means the face whose middle is nearest to it, of those
 *     whose boxes hold it
 */
public record FacesToLeave(List<FacePoint> places) {

    /** All faces are restored. */
    public static final FacesToLeave NONE = new FacesToLeave(List.of());

    /** Copies the list. */
    public FacesToLeave {
        places = List.copyOf(places);
    }

    /** Those of some faces that are meant, in their order. */
    public List<DetectedFace> among(List<DetectedFace> found) {
        List<DetectedFace> meant =
                places.stream().map(place -> at(place, found)).flatMap(Optional::stream).toList();
        return found.stream().filter(meant::contains).toList();
    }

    private static Optional<DetectedFace> at(FacePoint place, List<DetectedFace> found) {
        return found.stream()
                .filter(face -> face.box().holds(place))
                .min(Comparator.comparingDouble(face -> face.box().middle().distance(place)));
    }

    /**
     * The same with one face more, or without it if it is meant already.
     *
     * @param found all faces of the image
     */
    public FacesToLeave switched(DetectedFace face, List<DetectedFace> found) {
        List<FacePoint> others = new ArrayList<>(places);
        if (!others.removeIf(place -> at(place, found).filter(face::equals).isPresent())) {
            others.add(face.box().middle());
        }
        return new FacesToLeave(others);
    }
}
