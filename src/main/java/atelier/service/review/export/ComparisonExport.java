package atelier.service.review.export;

import atelier.model.review.ComparisonScores;
import atelier.model.review.IdenticalCells;
import atelier.service.library.CellStars;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PngWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a comparison, finished or not, as files for others. Waits for the disk. */
public final class ComparisonExport {

    private final PictureReader pictures;

    /**
     * @param pictures reads the cells
     */
    public ComparisonExport(PictureReader pictures) {
        this.pictures = pictures;
    }

    /**
     * Writes a page, tables and sheets into the comparison's folder, in place of earlier ones.
     *
     * @param identical cells that are the same, though they should differ
     * @param scores what was measured of them; null where nothing was
     * @throws atelier.model.AtelierException if a cell cannot be read, or a file not be written
     */
    public ExportedFiles write(
            ComparisonFolder folder,
            List<IdenticalCells> identical,
            @Nullable ComparisonScores scores) {
        Report report =
                new Report(
                        folder.comparison(),
                        folder,
                        identical,
                        scores,
                        new CellStars(folder.root()).all(),
                        pictures);
        Path page = folder.root().resolve("comparison.html");
        List<Path> tables = new ArrayList<>(List.of(folder.root().resolve("comparison.csv")));
        new PageExport(report).write(page);
        new TableExport(report).write(tables.getFirst());
        List<Path> sheets = new ArrayList<>(new SheetExport(report).write(folder.root()));
        if (scores != null) {
            tables.add(folder.root().resolve("checkpoints.csv"));
            ColumnTable.write(scores, tables.getLast());
            ScoreCurve.draw(scores)
                    .ifPresent(curve -> {
                        sheets.add(folder.root().resolve("scores.png"));
                        AtomicFiles.replace(
                                sheets.getLast(), out -> PngWriter.write(curve, List.of(), out));
                    });
        }
        return new ExportedFiles(page, tables, sheets);
    }
}
