package atelier.ui.review;

import atelier.model.job.JobList;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.IdenticalCells;
import atelier.service.library.CellStars;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.PixelHashes;
import atelier.service.review.score.ScoreService;
import atelier.service.storage.PictureReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comparisons as they stand. Waits for the disk.
 *
 * @param pictures reads cells
 * @param subjects finds out who they show
 */
record ComparisonReader(PictureReader pictures, SubjectFinder subjects) {

    /**
     * A comparison, and what its pixels are known by.
     *
     * @param open the comparison
     * @param pixels of its cells, as far as they were looked at
     */
    record Opened(OpenComparison open, PixelHashes pixels) {

        /** Looks for cells that are the same. */
        Found identical() {
            return new Found(
                    open,
                    pixels.identical(open.cells().stream().filter(open::has).toList(), () -> {}));
        }
    }

    /** The cells of a comparison that are the same, though they should differ. */
    record Found(OpenComparison open, List<IdenticalCells> groups) {}

    /**
     * Reads one.
     *
     * @param known what its pixels are known by; null where they were not looked at yet
     * @param jobs tell how it was ordered
     */
    Opened read(ComparisonFolder folder, @Nullable PixelHashes known, JobList jobs) {
        ComparisonOrder last = Ordering.last(jobs, folder.root()).orElse(null);
        return new Opened(
                OpenComparison.of(
                                folder,
                                folder.made(),
                                ScoreService.last(folder).orElse(null),
                                last,
                                subjects.of(folder.comparison(), last))
                        .with(new CellStars(folder.root()).all()),
                known == null ? new PixelHashes(folder, pictures) : known);
    }
}
