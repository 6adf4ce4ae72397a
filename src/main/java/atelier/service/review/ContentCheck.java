package atelier.service.review;

import atelier.model.AtelierException;
import atelier.model.review.Cell;
import atelier.model.review.ComparedAdapter;
import atelier.service.generation.HashSource;
import java.util.List;
import java.util.Objects;

/**
 * Sees to it that adapters are still what they were when a comparison was ordered: a job may wait
 * for days, and a cell must show what it is said to show.
 */
final class ContentCheck {

    private final HashSource hashes;

    ContentCheck(HashSource hashes) {
        this.hashes = hashes;
    }

    /**
     * Checks the adapters of cells. Those whose content was not known then are taken as they are.
     *
     * @throws AtelierException if one is another file now
     */
    void check(List<Cell> cells) {
        cells.stream()
                .map(cell -> cell.column().adapter())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::check);
    }

    private void check(ComparedAdapter adapter) {
        String then = adapter.sha256();
        String now = hashes.wholeFile(adapter.file()).join();
        if (then != null && now != null && !then.equals(now)) {
            throw new AtelierException(
                    "%s was changed since the comparison was ordered: put it back as it was, or order the comparison anew."
                            .formatted(adapter.file()));
        }
    }
}
