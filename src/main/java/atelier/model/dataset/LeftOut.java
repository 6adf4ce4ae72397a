package atelier.model.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a dataset that is not trained on.
 *
 * @param file where it lies
 * @param reason why not, as a sentence
 * @param copyOf the picture that shows the very same; null where that is not the reason
 */
public record LeftOut(Path file, String reason, @Nullable Path copyOf) {

    /** For any reason but that it is a copy. */
    public LeftOut(Path file, String reason) {
        this(file, reason, null);
    }
}
