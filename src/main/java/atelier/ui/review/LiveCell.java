package atelier.ui.review;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.review.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The cell that is being made.
 *
 * @param id of the cell
 * @param preview what can be seen of it; null for nothing yet
 */
record LiveCell(String id, @Nullable PreviewPicture preview) {

    /**
     * The cell of a comparison that a job makes now: the first that is missing; null where the job
     * does not run, or all are there.
     *
     * @param seen what could be seen last of an image that was being made
     */
    static @Nullable LiveCell of(
            @Nullable OpenComparison open, @Nullable JobRecord job, @Nullable PreviewPicture seen) {
        if (open == null || job == null || job.state() != JobState.RUNNING) {
            return null;
        }
        return open.cells().stream()
                .filter(cell -> !open.has(cell))
                .findFirst()
                .map(cell -> new LiveCell(cell.id(), ofSeed(cell, seen)))
                .orElse(null);
    }

    private static @Nullable PreviewPicture ofSeed(Cell cell, @Nullable PreviewPicture seen) {
        return seen != null && seen.seed() == cell.seed() ? seen : null;
    }
}
