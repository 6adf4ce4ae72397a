package atelier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobRecord;
import atelier.model.library.AdapterType;
import atelier.model.review.Cell;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.ComparedModel;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.Contender;
import atelier.model.review.IdenticalCells;
import atelier.model.review.QualityWeights;
import atelier.reference.Reference;
import atelier.service.generation.ModelList;
import atelier.service.job.JobQueue;
import atelier.service.library.CellStars;
import atelier.service.library.LibraryService;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.Comparisons;
import atelier.ui.StudioFixture;
import atelier.ui.StudioServices;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored comparison of six cells, one of them missing and two of them the same. */
class ReviewModelTest {

    @TempDir private Path home;
    private StudioFixture fixture;
    private StudioServices services;
    private LibraryService library;
    private ComparisonFolder folder;
    private Comparison comparison;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final ToastModel toasts = new ToastModel();
    private final UndoStack undo = new UndoStack(toasts);
    private ReviewModel model;

    @BeforeEach
    void store() {
        fixture = StudioFixture.empty(home, new PaintedRunner());
        services = fixture.atOnce();
        library = services.library();
        library.characters().create("Mia", AdapterType.PORTRAIT, "mia");
        ComparisonAxes axes = Comparisons.axes(List.of("mia at dusk"), List.of(1L, 2L));
        comparison =
                new Comparison(
                        "Mia",
                        new ComparisonAxes(
                                axes.models().stream()
                                        .map(one ->
                                                new ComparedModel("tiny-sdxl", one.choice(), null))
                                        .toList(),
                                axes.adapters().stream().map(ReviewModelTest::placed).toList(),
                                axes.strengths(),
                                axes.prompts(),
                                axes.seeds(),
                                axes.samplers(),
                                axes.steps(),
                                axes.guidances()),
                        Comparisons.SETTINGS);
        folder = new ComparisonFolder(services.workspace().comparisons().resolve("mia"));
        folder.prepare();
        folder.begin(comparison);
        List<Cell> cells = comparison.cells();
        for (int i = 0; i < 5; i++) {
            PaintedRunner.paint(folder, cells.get(i), i == 2 ? 0 : i);
        }
        model = model(new Background(work::add, Runnable::run));
    }

    /** As the planner would name them: by their files, without hashes. */
    private static ComparedAdapter placed(ComparedAdapter adapter) {
        return new ComparedAdapter(
                adapter.name(), adapter.file().toAbsolutePath().normalize(), null, 0);
    }

    private ReviewModel model(Background background) {
        return new ReviewModel(
                new ReviewWork(
                        services.workspace(),
                        library,
                        services.jobs(),
                        services.settings(),
                        services.comparisons(),
                        services.pictures(),
                        new ModelList(
                                services.workspace().models(),
                                Reference.root().resolve("tiny-sdxl").toAbsolutePath()),
                        services.starter(),
                        Clock.systemUTC()),
                background,
                toasts,
                undo);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void open() {
        model.open();
        work();
    }

    @Test
    void everythingIsReadBesideTheWindowsThread() {
        model.open();
        assertThat(model.comparisons()).isEmpty();
        assertThat(model.opened().get()).isNull();
        assertThat(work).isNotEmpty();
        work();
        OpenComparison open = model.opened().get();
        assertThat(open.comparison()).isEqualTo(comparison);
        assertThat(open.made()).hasSize(5);
        assertThat(open.identical())
                .containsExactly(
                        new IdenticalCells(
                                List.of(comparison.cells().get(0), comparison.cells().get(2))));
        assertThat(open.subject().character().name()).isEqualTo("Mia");
        assertThat(model.comparisons().getFirst().made()).isEqualTo(5);
    }

    @Test
    void aCellIsGivenStarsThatAreKeptAndTakenBack() {
        open();
        Cell cell = comparison.cells().get(3);
        model.rate(4);
        work();
        assertThat(model.opened().get().stars()).as("none is chosen").isEmpty();
        model.cells().chosen().set(cell);
        model.rate(4);
        work();
        assertThat(model.cells().look(cell).stars()).isEqualTo(4);
        assertThat(new CellStars(folder.root()).all()).containsExactly(Map.entry(cell.id(), 4));
        model.refresh();
        work();
        assertThat(model.opened().get().stars(cell)).isEqualTo(4);
        model.rate(0);
        work();
        assertThat(new CellStars(folder.root()).all()).isEmpty();
        undo.undo();
        work();
        assertThat(model.cells().look(cell).stars()).isEqualTo(4);
        model.cells().chosen().set(comparison.cells().getLast());
        model.rate(2);
        work();
        assertThat(model.opened().get().stars()).as("it is not made yet").hasSize(1);
        model.voteBlind();
        model.cells().chosen().set(cell);
        model.rate(1);
        work();
        assertThat(model.opened().get().stars(cell)).as("nobody rates what is hidden").isEqualTo(4);
    }

    @Test
    void weightsOfTheQualityAreKept() {
        open();
        model.scores().weights().set(new QualityWeights(0.2, 0.8, 0));
        assertThat(model(new Background(work::add, Runnable::run)).scores().weights().get())
                .isEqualTo(new QualityWeights(0.2, 0.8, 0));
    }

    @Test
    void foldersOfAdaptersAreCountedAndCalledByTheirRun() throws IOException {
        open();
        Path run = Files.createDirectories(home.resolve("elsewhere/mia/checkpoints"));
        for (String step : List.of("step-000001", "step-000002", "step-000003")) {
            Files.createFile(run.resolve(step + ".safetensors"));
        }
        Path other = Files.createFile(home.resolve("note.txt"));
        model.begin(List.of(run, other));
        work();
        Pick<Path> pick = model.order().form().adapters().getLast();
        assertThat(pick.name()).isEqualTo("mia");
        assertThat(pick.count()).isEqualTo(3);
        assertThat(pick.on().get()).isTrue();
        assertThat(toasts.current().get().text())
                .isEqualTo(Phrase.of("review.refused", "note.txt"));
    }

    @Test
    void itIsExportedAsPageTablesAndSheets() {
        open();
        model.export();
        assertThat(folder.root().resolve("comparison.html")).doesNotExist();
        work();
        assertThat(folder.root().resolve("comparison.html")).exists();
        assertThat(folder.root().resolve("comparison.csv")).exists();
        assertThat(folder.root().resolve("sheet-01.png")).exists();
        assertThat(toasts.current().get().text().key()).isEqualTo("review.exported");
    }

    @Test
    void aWinnerGoesToTheLibraryAndIsTakenBack() {
        open();
        model.promote();
        work();
        assertThat(library.adapters().all()).as("nobody leads, and none is chosen").isEmpty();
        Cell chosen = comparison.cells().get(4);
        model.cells().chosen().set(chosen);
        model.promote();
        work();
        assertThat(library.adapters().all())
                .singleElement()
                .satisfies(adapter -> {
                    assertThat(adapter.type()).isEqualTo(AdapterType.PORTRAIT);
                    assertThat(adapter.trigger()).isEqualTo("mia");
                    assertThat(adapter.character()).isEqualTo("mia");
                    assertThat(adapter.note()).startsWith("Chosen in the comparison Mia");
                });
        undo.undo();
        work();
        assertThat(library.adapters().all()).isEmpty();
        assertThat(Contender.of(chosen).column().adapter().file()).exists();
    }

    private ComparisonOrder lastOrder() {
        JobRecord job = services.jobs().jobs().jobs().getLast();
        return JobQueue.order(job, ComparisonOrder.class);
    }

    @Test
    void whatIsMissingIsOrderedInTheSameFolder() {
        open();
        model.measure();
        work();
        assertThat(lastOrder().folder()).isEqualTo(folder.root());
        assertThat(lastOrder().comparison()).isEqualTo(comparison);
        assertThat(model.isBusy()).isTrue();
        int before = services.jobs().jobs().jobs().size();
        model.measure();
        work();
        assertThat(services.jobs().jobs().jobs()).as("one order is enough").hasSize(before);
    }

    @Test
    void valuesThatAreAddedMakeNoCellAnew() throws Exception {
        open();
        model.widen();
        work();
        OrderForm form = model.order().form();
        assertThat(model.order().outlook().get().cells()).isEqualTo(6);
        form.seeds().set("1-4");
        assertThat(model.order().outlook().get().cells()).isEqualTo(12);
        model.order().start();
        work();
        assertThat(lastOrder().folder()).isEqualTo(folder.root());
        List<String> ids = new ArrayList<>();
        lastOrder().comparison().cells().forEach(cell -> ids.add(cell.id()));
        assertThat(ids).hasSize(12).containsAll(comparison.cells().stream().map(Cell::id).toList());
        assertThat(model.screen().get()).isEqualTo(ReviewScreen.COMPARISON);
        assertThat(model.opened().get().count()).isEqualTo(12);
        assertThat(model.opened().get().made()).hasSize(5);

        model.widen();
        work();
        form.seeds().set("7");
        model.order().start();
        work();
        assertThat(lastOrder().folder()).as("these are others").isNotEqualTo(folder.root());
        try (var places = Files.list(services.workspace().comparisons())) {
            assertThat(places).hasSize(2);
        }
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        Files.writeString(folder.file(), "{");
        open();
        assertThat(model.problem().get()).isNotNull();
        assertThat(model.isRead().get()).isTrue();
        folder.file().toFile().delete();
        model.refresh();
        work();
        assertThat(model.problem().get()).isNull();
    }
}
