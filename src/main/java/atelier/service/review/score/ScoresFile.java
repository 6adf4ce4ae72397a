package atelier.service.review.score;

import atelier.model.review.ComparisonScores;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.FormatJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code scores.json} beside a comparison tells; it can be measured again at any time.
 *
 * @param format of the file
 * @param scores what was measured last
 */
record ScoresFile(int format, ComparisonScores scores) {

    private static final int FORMAT = 2;

    private static Path file(ComparisonFolder folder) {
        return folder.root().resolve("scores.json");
    }

    static void write(ComparisonFolder folder, ComparisonScores scores) {
        FormatJson.write(file(folder), new ScoresFile(FORMAT, scores));
    }

    /** What was measured last; empty where nothing was. */
    static Optional<ComparisonScores> read(ComparisonFolder folder) {
        return Files.isRegularFile(file(folder))
                ? Optional.of(
                        FormatJson.read(file(folder), ScoresFile.class, FORMAT, ScoresFile::upgrade)
                                .scores())
                : Optional.empty();
    }

    /** The first format knew of no faces. */
    private static void upgrade(ObjectNode content) {
        JsonNode scores = content.path("scores");
        scores.path("cells").forEach(cell -> ((ObjectNode) cell).put("faceless", false));
        scores.path("columns").forEach(column -> ((ObjectNode) column).putArray("faceless"));
    }
}
