package atelier.service.review;

import atelier.model.review.Comparison;
import atelier.service.storage.FormatJson;
import java.nio.file.Path;

/**
 * What {@code comparison.json} tells.
 *
 * @param format of the file
 * @param comparison which it is
 */
record ComparisonFile(int format, Comparison comparison) {

    /** The newest format that is read; it is the one that is written. */
    static final int FORMAT = 1;

    /**
     * Reads a comparison.
     *
     * @throws atelier.model.AtelierException if it cannot be read, is of a newer format, or damaged
     */
    static Comparison read(Path file) {
        return FormatJson.read(file, ComparisonFile.class, FORMAT).comparison();
    }

    /** Writes a comparison, in place of one that is there. */
    static void write(Path file, Comparison comparison) {
        FormatJson.write(file, new ComparisonFile(FORMAT, comparison));
    }
}
