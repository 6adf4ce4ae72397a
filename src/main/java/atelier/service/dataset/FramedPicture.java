package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import atelier.model.dataset.SourceCrop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture and the sizes it is trained at.
 *
 * @param picture where it lies and what it shows
 * @param framings how it gets there, the largest first; at least one, no two alike
 * @param subject the part of it that it is cut around; null where that is its centre
 */
public record FramedPicture(
        DatasetPicture picture, List<Framing> framings, @Nullable SourceCrop subject) {

    /** Copies the list. */
    public FramedPicture {
        framings = List.copyOf(framings);
    }

    /** A picture that is cut about its centre. */
    public FramedPicture(DatasetPicture picture, List<Framing> framings) {
        this(picture, framings, null);
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
