package atelier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.review.Cell;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.Comparisons;
import atelier.service.storage.PictureReader;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Language;
import atelier.ui.text.Texts;
import atelier.ui.work.Background;
import atelier.ui.work.Toolkit;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** Two thousand cells in the grid: few of them exist, and nothing is read that nobody sees. */
@ExtendWith(ApplicationExtension.class)
class ComparisonGridTest {

    private static final int ADAPTERS = 19;
    private static final int PROMPTS = 20;
    private static final int SEEDS = 5;
    private static final int CELLS = 2_000;
    private static final long MOST_BYTES = 2_000_000;

    @TempDir private Path root;

    private static Comparison comparison() {
        ComparisonAxes small = Comparisons.axes(List.of("a cat"), List.of(1L));
        List<ComparedAdapter> adapters =
                IntStream.rangeClosed(1, ADAPTERS)
                        .mapToObj(number ->
                                new ComparedAdapter(
                                        "a" + number, Path.of("a" + number), null, 10L * number))
                        .toList();
        return new Comparison(
                "large",
                new ComparisonAxes(
                        small.models(),
                        adapters,
                        small.strengths(),
                        IntStream.range(0, PROMPTS)
                                .mapToObj(number -> new ComparedPrompt("prompt " + number, false))
                                .toList(),
                        LongStream.range(0, SEEDS).boxed().toList(),
                        small.samplers(),
                        small.steps(),
                        small.guidances()),
                Comparisons.SETTINGS);
    }

    @Test
    void ofTwoThousandCellsOnlyThoseInSightExist() {
        ComparisonFolder folder = new ComparisonFolder(root);
        folder.prepare();
        folder.begin(comparison());
        List<Cell> all = comparison().cells();
        assertThat(all).hasSize(CELLS);
        for (int i = 0; i < CELLS; i++) {
            PaintedRunner.paint(folder, all.get(i), i);
        }
        Set<String> made = all.stream().map(Cell::id).collect(Collectors.toSet());
        Deque<Runnable> work = new ArrayDeque<>();
        Set<Cell> shown = new HashSet<>();
        List<CellView> views = new ArrayList<>();
        Toolkit.call(() -> {
            Texts texts = new Texts(Language.ENGLISH);
            CellsModel cells = new CellsModel();
            cells.show(OpenComparison.of(folder, made, null, null, null));
            Thumbnails thumbnails =
                    new Thumbnails(
                            new Background(work::add, Runnable::run),
                            new PictureReader(),
                            MOST_BYTES);
            ComparisonGrid grid =
                    new ComparisonGrid(
                            cells,
                            () -> {
                                CellView view = new CellView(thumbnails, texts, cells.zoom());
                                views.add(view);
                                return view;
                            },
                            new GridNames(cells, texts),
                            cells.chosen()::set);
            new Scene(grid, 900, 600);
            grid.arrange();
            for (int place = 0; place < 12_000; place += 90) {
                grid.scrollTo(place);
                grid.layout();
                views.stream()
                        .filter(view -> view.isVisible() && view.cell() != null)
                        .forEach(view -> shown.add(view.cell()));
            }
            assertThat(grid.existing()).isEqualTo(views.size()).isLessThan(100);
            assertThat(thumbnails.waiting())
                    .as("what was passed is not read")
                    .isLessThan(views.size() + 1);
            while (!work.isEmpty()) {
                // Pictures are never read on the window's thread.
                CompletableFuture.runAsync(work.poll()).join();
            }
            assertThat(thumbnails.bytes()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
            return grid;
        });
        // Every row came by; of its columns those that the width has room for.
        assertThat(shown.stream().map(cell -> cell.prompt().text() + cell.seed()).distinct())
                .hasSize(PROMPTS * SEEDS);
        assertThat(shown).hasSizeLessThan(CELLS / 2);
    }

    @Test
    void theFirstColumnStaysWhereTheOthersScroll() {
        ComparisonFolder folder = new ComparisonFolder(root);
        folder.prepare();
        folder.begin(comparison());
        Toolkit.call(() -> {
            Texts texts = new Texts(Language.ENGLISH);
            CellsModel cells = new CellsModel();
            cells.show(OpenComparison.of(folder, Set.of(), null, null, null));
            Thumbnails thumbnails =
                    new Thumbnails(
                            new Background(Runnable::run, Runnable::run),
                            new PictureReader(),
                            MOST_BYTES);
            List<CellView> views = new ArrayList<>();
            ComparisonGrid grid =
                    new ComparisonGrid(
                            cells,
                            () -> {
                                CellView view = new CellView(thumbnails, texts, cells.zoom());
                                views.add(view);
                                return view;
                            },
                            new GridNames(cells, texts),
                            cells.chosen()::set);
            new Scene(grid, 900, 600);
            grid.arrange();
            grid.layout();
            cells.move(0, 0);
            cells.move(ADAPTERS, 0);
            Cell last = cells.chosen().get();
            grid.reveal(last);
            grid.layout();
            List<Cell> seen =
                    views.stream().filter(view -> view.isVisible()).map(CellView::cell).toList();
            assertThat(seen).contains(last);
            assertThat(seen).anyMatch(cell -> cell.column().isBaseline());
            assertThat(seen).noneMatch(cell -> cell.column().step() == 10);
            return grid;
        });
    }
}
