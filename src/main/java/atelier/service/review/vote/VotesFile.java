package atelier.service.review.vote;

import atelier.model.review.Vote;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.FormatJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code votes.json} in a comparison's folder tells.
 *
 * @param format of the file
 * @param votes in their order
 */
record VotesFile(int format, List<Vote> votes) {

    private static final int FORMAT = 1;

    /** Copies the list. */
    VotesFile {
        votes = List.copyOf(votes);
    }

    private static Path file(ComparisonFolder folder) {
        return folder.root().resolve("votes.json");
    }

    /** The votes in a folder; none where nobody voted. */
    static List<Vote> read(ComparisonFolder folder) {
        return Files.isRegularFile(file(folder))
                ? FormatJson.read(file(folder), VotesFile.class, FORMAT).votes()
                : List.of();
    }

    static void write(ComparisonFolder folder, List<Vote> votes) {
        FormatJson.write(file(folder), new VotesFile(FORMAT, votes));
    }
}
