package atelier.cli;

import atelier.model.review.Cell;
import atelier.service.review.ComparisonFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The image of a cell of a comparison, as it is named on the command line.
 *
 * @param folder of the comparison
 * @param cell which it is
 */
record ComparedImage(ComparisonFolder folder, Cell cell) {

    /** The cell whose image a file is; empty where it is none. */
    static Optional<ComparedImage> of(Path file) {
        Path place = file.toAbsolutePath().normalize();
        Path cells = place.getParent();
        Path root = cells == null ? null : cells.getParent();
        if (root == null || !Files.isRegularFile(place)) {
            return Optional.empty();
        }
        ComparisonFolder folder = new ComparisonFolder(root);
        if (!folder.exists()) {
            return Optional.empty();
        }
        return folder.comparison().cells().stream()
                .filter(cell -> folder.cell(cell).equals(place))
                .findFirst()
                .map(cell -> new ComparedImage(folder, cell));
    }
}
