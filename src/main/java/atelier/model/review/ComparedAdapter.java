package atelier.model.review;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An adapter, such as a checkpoint of a training, on an axis of a comparison.
 *
 * @param name tells it from the others on the axis
 * @param file where it lies
 * @param sha256 of the file, by which it is known again; null where that cannot be had
 * @param step of the training after which it was saved; 0 where it does not tell
 */
public record ComparedAdapter(String name, Path file, @Nullable String sha256, long step) {}
