package atelier.model.generation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The picture that an image was made from.
 *
 * @param image which picture
 * @param strength share of the noise schedule that ran over it: above 0, at most 1
 * @param mask the inpainting mask; null where there was none
 */
public record InitProvenance(FileIdentity image, double strength, @Nullable FileIdentity mask) {

    /** Checks the strength. */
    public InitProvenance {
        Objects.requireNonNull(image, "image");
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException("a strength is " + strength);
        }
    }
}
