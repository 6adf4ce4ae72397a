package atelier.model.restoration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model that restores faces or makes images larger, and is there.
 *
 * @param id what it is called in orders and commands
 * @param name what people see
 * @param file where it lies; null for what needs none
 * @param licence its name; empty for what is Atelier's own
 * @param commercial whether it may be used commercially
 */
public record RestorationChoice(
        String id, String name, @Nullable Path file, String licence, boolean commercial) {}
