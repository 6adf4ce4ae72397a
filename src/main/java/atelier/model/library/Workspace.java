package atelier.model.library;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The folder that holds a user's work, and where each thing lies in it.
 *
 * @param root the folder
 */
public record Workspace(Path root) {

    /** CLIP's vocabulary, imported once for all models that bring none. */
    public Path tokenizers() {
        return root.resolve("tokenizers").resolve("clip");
    }

    /** The images that were made on a day. */
    public Path images(LocalDate day) {
        return root.resolve("images").resolve(day.toString());
    }
}
