package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import java.util.List;

/**
 * A picture and the sizes it is trained at.
 *
 * @param picture where it lies and what it shows
 * @param framings how it gets there, the largest first; at least one, no two alike
 */
public record FramedPicture(DatasetPicture picture, List<Framing> framings) {

    /** Copies the list. */
    public FramedPicture {
        framings = List.copyOf(framings);
    }

    /** A picture of one size. */
    public FramedPicture(DatasetPicture picture, Framing framing) {
        this(picture, List.of(framing));
    }

    /** That of the largest size. */
    public Framing framing() {
        return framings.getFirst();
    }
}
