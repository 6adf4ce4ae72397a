package atelier.service.review.score;

import atelier.model.review.ComparisonScores;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.FormatJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code scores.json} beside a comparison tells; it can be measured again at any time.
 *
 * @param format of the file
 * @param scores what was measured last
 */
record ScoresFile(int format, ComparisonScores scores) {

    private static final int FORMAT = 1;

    private static Path file(ComparisonFolder folder) {
        return folder.root().resolve("scores.json");
    }

    static void write(ComparisonFolder folder, ComparisonScores scores) {
        FormatJson.write(file(folder), new ScoresFile(FORMAT, scores));
    }

    /** What was measured last; empty where nothing was. */
    static Optional<ComparisonScores> read(ComparisonFolder folder) {
        return Files.isRegularFile(file(folder))
                ? Optional.of(FormatJson.read(file(folder), ScoresFile.class, FORMAT).scores())
                : Optional.empty();
    }
}
