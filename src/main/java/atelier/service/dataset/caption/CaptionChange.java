package atelier.service.dataset.caption;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a caption, and all that is needed to undo it.
 *
 * @param file the caption's
 * @param before its text; null where there was no such file
 * @param after its text now
 */
public record CaptionChange(Path file, @Nullable String before, String after) {}
