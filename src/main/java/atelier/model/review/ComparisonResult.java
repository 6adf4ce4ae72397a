package atelier.model.review;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of making a comparison's cells.
 *
 * @param folder where everything lies
 * @param cells how many there are
 * @param made how many of them were made this time
 * @param identical those that are the same, though they should differ
 * @param timing how long it took
 */
public record ComparisonResult(
        Path folder, int cells, int made, List<IdenticalCells> identical, CellTiming timing) {

    /** Copies the list. */
    public ComparisonResult {
        identical = List.copyOf(identical);
    }
}
