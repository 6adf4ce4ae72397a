package atelier.model.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The folder that holds a user's work, and where each thing lies in it.
 *
 * @param root the folder
 */
public record Workspace(Path root) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** The index of everything in it, with its history. */
    public Path database() {
        return root.resolve("library.db");
    }

    /** CLIP's vocabulary, imported once for all models that bring none. */
    public Path tokenizers() {
        return root.resolve("tokenizers").resolve("clip");
    }

    /** What was done to captions, and can be undone. */
    public Path captionEdits() {
        return root.resolve("caption-edits");
    }

    /** The images that were made on a day. */
    public Path images(LocalDate day) {
        return root.resolve("images").resolve(day.toString());
    }

    /**
     * The folder of a training run.
     *
     * @param start when it begins
     * @param subject what it trains; letters, digits and hyphens of it go into the name
     */
    public Path run(LocalDateTime start, String subject) {
        String slug =
                subject.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return root.resolve("runs")
                .resolve(slug.isEmpty() ? stamp(start) : stamp(start) + "-" + slug);
    }

    /** Where demonstrations of the whole way from pictures to images go. */
    public Path demonstrations() {
        return root.resolve("demo");
    }

    /** A time as part of a file name, in the order of time. */
    public static String stamp(LocalDateTime time) {
        return STAMP.format(time);
    }
}
