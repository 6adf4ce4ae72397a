package atelier.model.generation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which file was used, told by name and content, so that it can be found again on another machine.
 *
 * @param name its file name without folders, or the folder's name for a model that is a folder
 * @param sha256 of the whole file, 64 lower-case hexadecimal digits; null where it was not known
 *     yet, never that of empty input
 */
public record FileIdentity(String name, @Nullable String sha256) {

    /** Checks the hash. */
    public FileIdentity {
        Objects.requireNonNull(name, "name");
        sha256 = ContentHash.sha256OrAbsent(sha256);
    }
}
