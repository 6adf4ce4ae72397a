package atelier.service.review.export;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that a comparison was exported to.
 *
 * @param page a page with everything inside
 * @param tables one line for each cell; and for each adapter, where there are scores
 * @param sheets pictures of the grid; and of the scores, where they make a curve
 */
public record ExportedFiles(Path page, List<Path> tables, List<Path> sheets) {

    /** Copies the lists. */
    public ExportedFiles {
        tables = List.copyOf(tables);
        sheets = List.copyOf(sheets);
    }
}
