package atelier.service.review.export;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that a comparison was exported to.
 *
 * @param page a page with everything inside
 * @param table one line for each cell
 * @param sheets pictures of the grid
 */
public record ExportedFiles(Path page, Path table, List<Path> sheets) {

    /** Copies the list. */
    public ExportedFiles {
        sheets = List.copyOf(sheets);
    }
}
