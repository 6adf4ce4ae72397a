package atelier.service.review;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.review.Cell;
import atelier.model.review.IdenticalCells;
import atelier.service.storage.PictureReader;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that are the same are found, and looked at once. */
class PixelHashesTest {

    @TempDir private Path root;
    private ComparisonFolder folder;
    private List<Cell> cells;

    @BeforeEach
    void paint() throws IOException {
        folder = PaintedCells.folder(root, Comparisons.small());
        cells = Comparisons.small().cells();
        for (int i = 0; i < cells.size(); i++) {
            PaintedCells.paint(folder.cell(cells.get(i)), new Color(20 * i, 90, 90));
        }
        PaintedCells.paint(folder.cell(cells.get(4)), new Color(20, 90, 90));
    }

    private List<IdenticalCells> found(PixelHashes hashes) {
        return hashes.identical(cells, () -> {});
    }

    @Test
    void whatWasLookedAtIsKeptForTheNextTime() throws IOException {
        PixelHashes first = new PixelHashes(folder, new PictureReader());
        List<IdenticalCells> same =
                List.of(new IdenticalCells(List.of(cells.get(1), cells.get(4))));
        assertThat(found(first)).isEqualTo(same);
        first.save();
        // A picture of the same size and time that cannot be read shows that none is.
        Path file = folder.cell(cells.get(0));
        FileTime then = Files.getLastModifiedTime(file);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, then);
        assertThat(found(new PixelHashes(folder, new PictureReader()))).isEqualTo(same);
    }

    @Test
    void aCellThatIsMadeAnewIsLookedAtAnew() throws IOException {
        PixelHashes hashes = new PixelHashes(folder, new PictureReader());
        assertThat(found(hashes)).hasSize(1);
        Path file = folder.cell(cells.get(4));
        PaintedCells.paint(file, new Color(1, 2, 3));
        Files.setLastModifiedTime(file, FileTime.fromMillis(5_000));
        assertThat(found(hashes)).isEmpty();
    }

    @Test
    void aDamagedFileIsFoundOutAnew() throws IOException {
        Files.writeString(root.resolve("pixels.json"), "{");
        assertThat(found(new PixelHashes(folder, new PictureReader()))).hasSize(1);
    }
}
