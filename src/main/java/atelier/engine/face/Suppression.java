package atelier.engine.face;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** Keeps one of several finds of the same face: the surest (non-maximum suppression). */
final class Suppression {

    private static final Comparator<DetectedFace> SUREST_FIRST =
            Comparator.comparingDouble(DetectedFace::score).reversed();

    /** More finds than this in one picture are noise, and comparing all pairs would take long. */
    private static final int MOST = 5_000;

    /** How much of a box must lie in another one for it to be a part of that face. */
    private static final double INSIDE = 0.7;

    private Suppression() {}

    /**
     * Of boxes that overlap by more than a share, the surest.
     *
     * @param share of what either covers that both cover, from 0 to 1
     * @return surest first
     */
    static List<DetectedFace> ofOverlapping(List<DetectedFace> found, double share) {
        return kept(found, (one, other) -> one.overlap(other) > share);
    }

    /**
     * Of boxes that lie one in the other, the surest: in a picture that is looked at closely, parts
     * of a large face can look like faces.
     *
     * @return surest first
     */
    static List<DetectedFace> ofNested(List<DetectedFace> found) {
        return kept(
                found,
                (one, other) -> one.common(other) > INSIDE * Math.min(one.area(), other.area()));
    }

    private static List<DetectedFace> kept(
            List<DetectedFace> found, BiPredicate<FaceBox, FaceBox> same) {
        List<DetectedFace> kept = new ArrayList<>();
        found.stream()
                .sorted(SUREST_FIRST)
                .limit(MOST)
                .filter(face ->
                        kept.stream().noneMatch(other -> same.test(face.box(), other.box())))
                .forEachOrdered(kept::add);
        return kept;
    }
}
