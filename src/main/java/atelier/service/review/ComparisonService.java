package atelier.service.review;

import atelier.model.generation.GenerationOrder;
import atelier.model.generation.PreviewPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.review.Cell;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.ComparisonResult;
import atelier.model.review.IdenticalCells;
import atelier.service.generation.GenerationService;
import atelier.service.generation.HashSource;
import atelier.service.generation.RequestCheck;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.storage.FolderLock;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cells of comparisons, one after the other. Each is saved as it is finished, so that
 * whatever ends the work, the next order of the same comparison goes on after it. A base model is
 * read once for all of its cells; adapters are exchanged beside it.
 */
public final class ComparisonService {

    private final GenerationService generation;
    private final GeneratedImageWriter writer;
    private final PictureReader pictures;
    private final ContentCheck contents;
    private final ComparisonLocks locks;
    private final LongSupplier nanos;

    /**
     * @param generation makes the images
     * @param writer saves them
     * @param pictures looks at what was made
     * @param hashes tell whether adapters are still the same
     * @param locks of this process
     * @param nanos a clock of nanoseconds from any start, for what is measured
     */
    public ComparisonService(
            GenerationService generation,
            GeneratedImageWriter writer,
            PictureReader pictures,
            HashSource hashes,
            ComparisonLocks locks,
            LongSupplier nanos) {
        this.generation = generation;
        this.writer = writer;
        this.pictures = pictures;
        this.contents = new ContentCheck(hashes);
        this.locks = locks;
        this.nanos = nanos;
    }

    /**
     * Makes the cells that are not there yet.
     *
     * @param finished hears of each as it is saved, on the lane
     * @param previews sees images while they are made, on the lane; null for nobody
     * @throws atelier.model.AtelierException if a setting, a file or the device does not allow it,
     *     or the folder holds another comparison; cells finished before stay
     */
    public ComparisonResult make(
            ComparisonOrder order,
            Consumer<Cell> finished,
            @Nullable Consumer<PreviewPicture> previews,
            ProgressListener progress,
            CancelToken cancel) {
        ComparisonCheck.check(order.comparison());
        ComparisonFolder folder = new ComparisonFolder(order.folder());
        List<Cell> cells = order.comparison().cells();
        CellRun.of(cells)
                .forEach(run -> RequestCheck.check(run.order(order, folder.cells()).request()));
        folder.prepare();
        try (FolderLock _ = locks.take(folder)) {
            folder.begin(order.comparison());
            List<Cell> missing = cells.stream().filter(cell -> !folder.has(cell)).toList();
            contents.check(missing);
            CellProgress told =
                    new CellProgress(progress, cells.size() - missing.size(), cells.size(), nanos);
            for (CellRun run : CellRun.of(missing)) {
                cancel.check();
                make(run, order, folder, finished, previews, told, cancel);
            }
            return new ComparisonResult(
                    order.folder(),
                    cells.size(),
                    missing.size(),
                    identical(folder, cells, cancel),
                    told.timing());
        }
    }

    private void make(
            CellRun run,
            ComparisonOrder order,
            ComparisonFolder folder,
            Consumer<Cell> finished,
            @Nullable Consumer<PreviewPicture> previews,
            CellProgress progress,
            CancelToken cancel) {
        GenerationOrder images = run.order(order, folder.cells());
        progress.begin();
        generation.generate(
                images,
                (seed, picture, provenance) -> {
                    Cell cell = run.cell(seed);
                    Path file = folder.cell(cell);
                    writer.replace(file, picture, provenance);
                    progress.finished();
                    finished.accept(cell);
                    return file;
                },
                previews,
                progress,
                cancel);
    }

    /**
     * Looks for cells that are the same, though they should differ; only at those that are made.
     */
    private List<IdenticalCells> identical(
            ComparisonFolder folder, List<Cell> cells, CancelToken cancel) {
        PixelHashes pixels = new PixelHashes(folder, pictures);
        List<IdenticalCells> identical =
                pixels.identical(cells.stream().filter(folder::has).toList(), cancel::check);
        pixels.save();
        return identical;
    }
}
