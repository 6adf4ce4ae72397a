package atelier.service.training;

import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.model.dataset.Framing;
import java.util.List;

/**
 * A picture as the trainer takes it.
 *
 * @param copies at each of its sizes, the largest first; at least one
 * @param mirrored the same mirrored; empty where it is never shown so
 * @param words its caption
 * @param draw which of them are shown when
 * @param caption all of them, as steps take it
 * @param weight how much the picture counts
 */
record PreparedPicture(
        List<PreparedCopy> copies,
        List<PreparedCopy> mirrored,
        String words,
        CaptionDraw draw,
        Caption caption,
        double weight) {

    /** Copies the lists. */
    PreparedPicture {
        copies = List.copyOf(copies);
        mirrored = List.copyOf(mirrored);
    }

    /** Its sizes. */
    List<Framing> framings() {
        return copies.stream().map(PreparedCopy::framing).toList();
    }

    /** Whether some showings are mirrored. */
    boolean flips() {
        return !mirrored.isEmpty();
    }

    /**
     * The picture itself under its whole caption, at its largest size, with that noise at that
     * timestep.
     */
    Example example(float[] noise, int timestep) {
        return largest().example(caption, noise, timestep, weight);
    }

    /** The copy that {@link #example} takes. */
    PreparedCopy largest() {
        return copies.getFirst();
    }
}
