package atelier.service.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.SettingsLookup;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.review.Cell;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.ComparisonRequest;
import atelier.model.review.ComparisonResult;
import atelier.model.settings.DeviceChoice;
import atelier.reference.Reference;
import atelier.service.generation.GenerationService;
import atelier.service.generation.HashSource;
import atelier.service.generation.NoHashes;
import atelier.service.generation.TinyGeneration;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.storage.FolderLock;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells on the tiny random model. */
class ComparisonServiceTest {

    private static TinyGeneration tiny;
    private static GenerationService generation;
    private static final ComparisonLocks LOCKS = new ComparisonLocks();

    @TempDir private Path root;
    private final List<Progress> told = new ArrayList<>();
    private HashSource hashes = new NoHashes();

    @BeforeAll
    static void start(@TempDir Path tokenizers) {
        tiny = new TinyGeneration(tokenizers);
        generation = tiny.service();
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    private ComparisonFolder folder() {
        return new ComparisonFolder(root.resolve("comparison"));
    }

    private ComparisonResult make(
            Comparison comparison, Consumer<Cell> finished, CancelToken cancel) {
        return new ComparisonService(
                        generation,
                        new GeneratedImageWriter(),
                        new PictureReader(),
                        hashes,
                        LOCKS,
                        System::nanoTime)
                .make(
                        new ComparisonOrder(
                                comparison,
                                folder().root(),
                                DeviceChoice.CPU,
                                false,
                                Comparisons.SCORES),
                        finished,
                        null,
                        told::add,
                        cancel);
    }

    private ComparisonResult make(Comparison comparison) {
        return make(comparison, cell -> {}, new CancelToken());
    }

    private Map<String, String> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder().cells())) {
            return files.collect(
                    Collectors.toMap(file -> file.getFileName().toString(), Sha256::ofFile));
        }
    }

    @Test
    void makesEveryCellOnceAndTellsHowFarItIs() throws IOException {
        Comparison comparison = Comparisons.small();
        List<Cell> finished = new ArrayList<>();
        ComparisonResult result = make(comparison, finished::add, new CancelToken());
        assertThat(finished).isEqualTo(comparison.cells());
        assertThat(contents().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        comparison.cells().stream().map(cell -> cell.id() + ".png").toList());
        assertThat(result.made()).isEqualTo(9);
        assertThat(result.identical()).isEmpty();
        assertThat(result.timing().cell()).isPositive();
        assertThat(result.timing().swap()).isPositive();
        assertThat(folder().comparison()).isEqualTo(comparison);
        List<Progress> cells = told.stream().filter(one -> one.unit().equals("cell")).toList();
        assertThat(cells.getFirst().done()).isZero();
        assertThat(cells.getLast().done()).isEqualTo(9);
        assertThat(cells).allMatch(one -> one.total() == 9);
        assertThat(cells).extracting(Progress::detail).contains("step 1 of 2", "step 2 of 2");
    }

    @Test
    void anImageTellsWhatItWasMadeWithAndIsWhatGenerationMakesOfIt() {
        Comparison comparison = Comparisons.small();
        make(comparison);
        Cell cell = comparison.cells().getLast();
        assertThat(new ImageSettingsReader().read(folder().cell(cell)))
                .isInstanceOfSatisfying(
                        SettingsLookup.Found.class,
                        found -> {
                            assertThat(found.settings().prompt()).isEqualTo("a cat");
                            assertThat(found.settings().sampling().seed()).isEqualTo(9);
                            assertThat(found.settings().adapters())
                                    .singleElement()
                                    .satisfies(one -> assertThat(one.weight()).isEqualTo(0.8));
                        });
        Path alone =
                generation
                        .generate(
                                new CellRun(List.of(cell))
                                        .order(
                                                new ComparisonOrder(
                                                        comparison,
                                                        root,
                                                        DeviceChoice.CPU,
                                                        false,
                                                        Comparisons.SCORES),
                                                root.resolve("alone")),
                                file -> {},
                                ProgressListener.NONE,
                                new CancelToken())
                        .getFirst();
        PictureReader reader = new PictureReader();
        assertThat(Sha256.ofPixels(reader.read(folder().cell(cell))))
                .isEqualTo(Sha256.ofPixels(reader.read(alone)));
    }

    @Test
    void goesOnWhereItWasStoppedAndChangesNothingThatIsThere() throws IOException {
        Comparison comparison = Comparisons.small();
        CancelToken cancel = new CancelToken();
        List<Cell> first = new ArrayList<>();
        assertThatThrownBy(() ->
                        make(
                                comparison,
                                cell -> {
                                    first.add(cell);
                                    if (first.size() == 4) {
                                        cancel.cancel();
                                    }
                                },
                                cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(contents()).hasSize(4);
        // A file that is made again is another file.
        Object kept = Files.getLastModifiedTime(folder().cell(first.getFirst()));
        List<Cell> then = new ArrayList<>();
        assertThat(make(comparison, then::add, new CancelToken()).made()).isEqualTo(5);
        assertThat(Files.getLastModifiedTime(folder().cell(first.getFirst()))).isEqualTo(kept);
        assertThat(Stream.concat(first.stream(), then.stream())).isEqualTo(comparison.cells());
        assertThat(make(comparison).made()).isZero();
        assertThat(folder().root().resolve("comparison.lock")).doesNotExist();
    }

    @Test
    void aWiderComparisonKeepsTheCellsOfTheNarrowOneAndAnotherIsRefused() {
        make(Comparisons.small());
        Comparison wider =
                new Comparison(
                        "wider",
                        Comparisons.axes(List.of("a cat"), List.of(1L, 2L, 9L, 10L)),
                        Comparisons.SETTINGS);
        assertThat(make(wider).made()).isEqualTo(3);
        assertThatThrownBy(() -> make(Comparisons.small()))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "%s holds another comparison, with other strengths, seeds or sampling: choose another folder, or order that one again.",
                        folder().root());
    }

    @Test
    void readsABaseModelOnceAndAnAdapterOncePerModel() throws IOException {
        Path one = root.resolve("one");
        Path other = root.resolve("other");
        copy(Comparisons.MODEL, one);
        copy(Comparisons.MODEL, other);
        ComparisonAxes axes = Comparisons.axes(List.of("a cat"), List.of(1L));
        ComparisonResult result =
                make(
                        new Comparison(
                                "models",
                                new ComparisonAxes(
                                        List.of(
                                                Comparisons.model("one", one),
                                                Comparisons.model("other", other)),
                                        axes.adapters(),
                                        List.of(0.5, 1.0),
                                        axes.prompts(),
                                        axes.seeds(),
                                        axes.samplers(),
                                        axes.steps(),
                                        axes.guidances()),
                                Comparisons.SETTINGS));
        assertThat(
                        told.stream()
                                .filter(stage -> stage.stage().contains("UNet"))
                                .filter(stage -> stage.done() == 0))
                .hasSize(2);
        // Two adapters at two strengths, for each model.
        assertThat(result.timing().swaps()).isEqualTo(8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void flagsAnAdapterThatHasNoEffect() {
        ComparisonAxes axes = Comparisons.axes(List.of("a cat"), List.of(4L));
        Comparison comparison =
                new Comparison(
                        "weak",
                        new ComparisonAxes(
                                axes.models(),
                                axes.adapters().subList(0, 1),
                                // Too weak to reach any pixel.
                                List.of(1e-30, 1.0),
                                axes.prompts().subList(0, 1),
                                axes.seeds(),
                                axes.samplers(),
                                axes.steps(),
                                axes.guidances()),
                        Comparisons.SETTINGS);
        assertThat(make(comparison).identical())
                .singleElement()
                .satisfies(group ->
                        assertThat(group.sentence(comparison.axes()))
                                .isEqualTo(
                                        "The adapter kohya_ldm × 1.0E-30 had no effect: its cell of seed 4 is the same as without an adapter."));
    }

    @Test
    void anAdapterThatWasChangedSinceTheOrderIsRefused() {
        hashes =
                new HashSource() {
                    @Override
                    public CompletableFuture<@Nullable String> wholeFile(Path file) {
                        String name = file.getFileName().toString();
                        return CompletableFuture.completedFuture(
                                name.startsWith("peft") ? "another" : "kohya_ldm");
                    }

                    @Override
                    public CompletableFuture<@Nullable String> payload(Path file) {
                        return CompletableFuture.completedFuture(null);
                    }
                };
        Path changed = Comparisons.adapter("peft", 20).file();
        assertThatThrownBy(() -> make(Comparisons.small()))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "%s was changed since the comparison was ordered: put it back as it was, or order the comparison anew.",
                        changed);
        assertThat(Comparisons.small().cells()).noneMatch(folder()::has);
    }

    @Test
    void oneAtATimeMakesTheCellsOfAFolder() {
        folder().prepare();
        try (FolderLock _ = LOCKS.take(folder())) {
            assertThatThrownBy(() -> make(Comparisons.small()))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("is being made by process");
        }
    }

    @Test
    void refusesSettingsBeforeAnythingIsMade() {
        ComparisonAxes axes = Comparisons.axes(List.of("a cat"), List.of(1L));
        Comparison odd =
                new Comparison(
                        "odd",
                        new ComparisonAxes(
                                axes.models(),
                                axes.adapters(),
                                List.of(0.0),
                                axes.prompts(),
                                axes.seeds(),
                                axes.samplers(),
                                axes.steps(),
                                axes.guidances()),
                        Comparisons.SETTINGS);
        assertThatThrownBy(() -> make(odd))
                .hasMessage(
                        "The strength 0 is the baseline, which every comparison has: leave it out.");
        assertThat(folder().root()).doesNotExist();
    }

    @Test
    void plansAFolderOfAdaptersInTheOrderOfTheirTraining() throws IOException {
        Path checkpoints = Files.createDirectories(root.resolve("run/checkpoints"));
        Path source = Reference.root().resolve("lora/kohya_ldm.safetensors");
        for (String name : List.of("step-000100", "step-000020", "last")) {
            Files.copy(source, checkpoints.resolve(name + ".safetensors"));
        }
        Path other = Files.createDirectories(root.resolve("other"));
        Files.copy(source, other.resolve("last.safetensors"));
        ComparisonAxes axes = Comparisons.axes(List.of("a cat"), List.of(1L, 1L));
        Comparison planned =
                new ComparisonPlanner(new NoHashes())
                        .plan(
                                new ComparisonRequest(
                                        "planned",
                                        List.of(axes.models().getFirst().choice()),
                                        List.of(checkpoints.getParent(), other),
                                        List.of(1.0, 1.0),
                                        axes.prompts(),
                                        axes.seeds(),
                                        axes.samplers(),
                                        axes.steps(),
                                        axes.guidances(),
                                        Comparisons.SETTINGS));
        assertThat(planned.axes().adapters())
                .extracting(one -> one.name() + "@" + one.step())
                .containsExactly(
                        "checkpoints/last@0",
                        "other/last@0",
                        "checkpoints/step-000020@20",
                        "checkpoints/step-000100@100");
        assertThat(planned.axes().seeds()).containsExactly(1L);
        assertThat(planned.axes().strengths()).containsExactly(1.0);
    }
}
