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

    /** What the user has set. */
    public Path settings() {
        return root.resolve("settings.json");
    }

    /** A folder for each character. */
    public Path characters() {
        return root.resolve("characters");
    }

    /** A character's pictures, as they came. */
    public Path originals(String slug) {
        return characters().resolve(slug).resolve("originals");
    }

    /** The masks of a character's pictures, which can be made again. */
    public Path masks(String slug) {
        return characters().resolve(slug).resolve("derived").resolve("masks");
    }

    /** The adapters of the library. */
    public Path adapters() {
        return root.resolve("adapters");
    }

    /** All images, in folders by day. */
    public Path images() {
        return root.resolve("images");
    }

    /** A folder for each training run. */
    public Path runs() {
        return root.resolve("runs");
    }

    /** A folder for each comparison. */
    public Path comparisons() {
        return root.resolve("comparisons");
    }

    /** Models that were fetched or imported. */
    public Path models() {
        return root.resolve("models");
    }

    /** What was thrown away and can be brought back. */
    public Path trash() {
        return root.resolve("trash");
    }

    /** CLIP's vocabulary, imported once for all models that bring none. */
    public Path tokenizers() {
        return root.resolve("tokenizers").resolve("clip");
    }

    /** Files of lines to draw from in prompts. */
    public Path wildcards() {
        return root.resolve("wildcards");
    }

    /** Words that give prompts a look. */
    public Path styles() {
        return root.resolve("styles.json");
    }

    /** What was done to captions, and can be undone. */
    public Path captionEdits() {
        return root.resolve("caption-edits");
    }

    /** The images that were made on a day. */
    public Path images(LocalDate day) {
        return images().resolve(day.toString());
    }

    /**
     * The folder of a training run.
     *
     * @param start when it begins
     * @param subject what it trains; letters, digits and hyphens of it go into the name
     */
    public Path run(LocalDateTime start, String subject) {
        return stamped(runs(), start, subject);
    }

    /**
     * The folder of a comparison.
     *
     * @param start when it begins
     * @param name of it; letters, digits and hyphens of it go into the folder's
     */
    public Path comparison(LocalDateTime start, String name) {
        return stamped(comparisons(), start, name);
    }

    private static Path stamped(Path folder, LocalDateTime start, String name) {
        String slug = slug(name);
        return folder.resolve(slug.isEmpty() ? stamp(start) : stamp(start) + "-" + slug);
    }

    /** Letters and digits of a name in lower case, with hyphens for all between; may be empty. */
    public static String slug(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
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
