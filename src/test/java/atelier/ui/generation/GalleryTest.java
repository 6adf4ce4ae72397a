package atelier.ui.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.ImageMarks;
import atelier.model.library.ImageRecord;
import atelier.service.storage.PictureReader;
import atelier.ui.component.ImageGrid;
import atelier.ui.picture.ImageCell;
import atelier.ui.picture.Thumbnails;
import atelier.ui.work.Background;
import atelier.ui.work.Toolkit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** Ten thousand images in the grid: few cells, few bytes, and nothing read that nobody sees. */
@ExtendWith(ApplicationExtension.class)
class GalleryTest {

    private static final int IMAGES = 10_000;
    private static final int FILES = 50;
    private static final long MOST_BYTES = 2_000_000;

    @TempDir private Path folder;

    private static ImageRecord record(int number) {
        return new ImageRecord(
                "2026-05-01/%d.png".formatted(number),
                Instant.EPOCH,
                48,
                64,
                "image " + number,
                "",
                "",
                "",
                "",
                ImageMarks.NONE);
    }

    @Test
    void tenThousandImagesTakeFewCellsAndFewBytes() {
        try (OpenStudio studio = new OpenStudio(folder)) {
            List<Path> files = new ArrayList<>();
            for (int number = 0; number < FILES; number++) {
                files.add(studio.image(number + ".png", 0x010203 * number));
            }
            ObservableList<ImageRecord> images = FXCollections.observableArrayList();
            for (int number = 0; number < IMAGES; number++) {
                images.add(record(number));
            }
            Deque<Runnable> work = new ArrayDeque<>();
            Set<Path> asked = new HashSet<>();
            List<ImageCell> cells = new ArrayList<>();
            Toolkit.call(() -> {
                Thumbnails thumbnails =
                        new Thumbnails(
                                new Background(work::add, Runnable::run),
                                new PictureReader(),
                                MOST_BYTES);
                ImageGrid<ImageRecord> grid = new ImageGrid<>();
                grid.show(
                        images,
                        () -> {
                            ImageCell cell =
                                    new ImageCell(
                                            thumbnails,
                                            image -> {
                                                int number = images.indexOf(image);
                                                asked.add(Path.of("" + number));
                                                return files.get(number % FILES);
                                            });
                            cells.add(cell);
                            return cell;
                        });
                new Scene(grid, 700, 600);
                for (int place = 0; place < IMAGES; place += 500) {
                    grid.scrollTo(place);
                    for (int pass = 0; pass < 3; pass++) {
                        grid.applyCss();
                        grid.layout();
                    }
                }
                assertThat(thumbnails.waiting())
                        .as("what was passed is not read")
                        .isLessThan(cells.size() + 1);
                while (!work.isEmpty()) {
                    // Pictures are never read on the window's thread.
                    CompletableFuture.runAsync(work.poll()).join();
                }
                assertThat(thumbnails.bytes()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
                return grid;
            });
            assertThat(asked).hasSizeGreaterThan(100).hasSizeLessThan(IMAGES / 4);
            assertThat(cells).hasSizeLessThan(200);
        }
    }

    @Test
    void theNewestWishIsReadFirstAndOneThatIsCalledOffNever() {
        try (OpenStudio studio = new OpenStudio(folder)) {
            List<Path> files = new ArrayList<>();
            for (int number = 0; number < 5; number++) {
                files.add(studio.image(number + ".png", 0x101010 * number));
            }
            Deque<Runnable> work = new ArrayDeque<>();
            List<Integer> read = new ArrayList<>();
            Toolkit.call(() -> {
                Thumbnails thumbnails =
                        new Thumbnails(
                                new Background(work::add, Runnable::run),
                                new PictureReader(),
                                MOST_BYTES);
                List<Thumbnails.Request> requests = new ArrayList<>();
                for (int number = 0; number < 5; number++) {
                    int own = number;
                    requests.add(thumbnails.ask(files.get(number), 12, 16, image -> read.add(own)));
                }
                requests.get(3).callOff();
                while (!work.isEmpty()) {
                    // Pictures are never read on the window's thread.
                    CompletableFuture.runAsync(work.poll()).join();
                }
                return thumbnails;
            });
            assertThat(read).containsExactly(0, 1, 4, 2);
        }
    }
}
