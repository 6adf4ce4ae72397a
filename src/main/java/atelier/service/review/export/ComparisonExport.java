package atelier.service.review.export;

import atelier.model.review.IdenticalCells;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;
import java.util.List;

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
     * Writes a page, a table and sheets into the comparison's folder, in place of earlier ones.
     *
     * @param identical cells that are the same, though they should differ
     * @throws atelier.model.AtelierException if a cell cannot be read, or a file not be written
     */
    public ExportedFiles write(ComparisonFolder folder, List<IdenticalCells> identical) {
        Report report = new Report(folder.comparison(), folder, identical, pictures);
        Path page = folder.root().resolve("comparison.html");
        Path table = folder.root().resolve("comparison.csv");
        new PageExport(report).write(page);
        new TableExport(report).write(table);
        return new ExportedFiles(page, table, new SheetExport(report).write(folder.root()));
    }
}
