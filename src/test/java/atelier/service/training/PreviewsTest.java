package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.generation.ImageProvenance;
import atelier.model.generation.SettingsLookup;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.storage.PictureReader;
import atelier.service.training.tensorboard.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previews and events in whole runs on the tiny random model, all on one data set. */
class PreviewsTest {

    private static TinyTraining tiny;
    @TempDir private static Path folder;
    private static int number;

    @BeforeAll
    static void start() throws IOException {
        tiny = new TinyTraining();
        TinyTraining.data(folder);
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    private static Path newRun() throws IOException {
        Path run = folder.resolve("run-" + number);
        if (number++ > 0) {
            TinyTraining.copyCache(folder.resolve("run-0"), run);
        }
        return run;
    }

    private static Path train(ProgressListener progress, CancelToken cancel, String... sets)
            throws IOException {
        Path run = newRun();
        tiny.service.train(
                TinyTraining.order(folder, run.getFileName().toString(), sets), progress, cancel);
        return run;
    }

    private static Path train(String... sets) throws IOException {
        return train(ProgressListener.NONE, new CancelToken(), sets);
    }

    private static List<String> previews(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("previews"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static int[] pixels(Path run, String name) {
        return new PictureReader()
                .read(run.resolve("previews").resolve(name))
                .getRGB(0, 0, 64, 64, null, 0, 64);
    }

    @Test
    void showWhatIsLearntWithoutDisturbingIt() throws IOException {
        String[] common = {
            "steps=3", "learningRate=0.02", "warmUpSteps=0", "previewSteps=2", "previewSize=64"
        };
        Path without = train(common);
        List<Progress> heard = new ArrayList<>();
        Path with =
                train(
                        heard::add,
                        new CancelToken(),
                        Stream.concat(Stream.of(common), Stream.of("previewEvery=2"))
                                .toArray(String[]::new));
        assertThat(without.resolve("previews")).doesNotExist();
        assertThat(previews(with))
                .containsExactly(
                        "step-000000-0.png",
                        "step-000000-1.png",
                        "step-000000-2.png",
                        "step-000002-0.png",
                        "step-000002-1.png",
                        "step-000002-2.png",
                        "step-000003-0.png",
                        "step-000003-1.png",
                        "step-000003-2.png");
        assertThat(pixels(with, "step-000003-0.png"))
                .isNotEqualTo(pixels(with, "step-000000-0.png"));
        assertThat(Files.readAllBytes(with.resolve("mirza.safetensors")))
                .isEqualTo(Files.readAllBytes(without.resolve("mirza.safetensors")));
        assertThat(heard)
                .filteredOn(progress -> progress.stage().equals("Drawing previews"))
                .contains(new Progress("Drawing previews", 1, 3, "preview", "step 1 of 2"))
                .contains(Progress.of("Drawing previews", 3, 3, "preview"));
        assertMetadata(with);
        assertEvents(with);
    }

    /** Nothing but the text encoders learns here, as the UNet's rate is next to none. */
    @Test
    void showWhatTextEncodersLearn() throws IOException {
        Path run =
                train(
                        "steps=1",
                        "learningRate=1e-12",
                        "textEncoder1Rate=0.5",
                        "textEncoder2Rate=0.5",
                        "warmUpSteps=0",
                        "previewEvery=1",
                        "previewPrompts=mirza",
                        "previewSteps=1",
                        "previewSize=64");
        assertThat(pixels(run, "step-000001-0.png")).isNotEqualTo(pixels(run, "step-000000-0.png"));
    }

    private static void assertMetadata(Path run) {
        SettingsLookup found =
                new ImageSettingsReader().read(run.resolve("previews/step-000002-1.png"));
        assertThat(found).isInstanceOf(SettingsLookup.Found.class);
        ImageProvenance provenance = ((SettingsLookup.Found) found).settings().provenance();
        assertThat(provenance).isNotNull();
        assertThat(provenance.prompt()).isEqualTo("mirza, a round thing, colour");
        assertThat(provenance.sampling().steps()).isEqualTo(2);
        assertThat(provenance.width()).isEqualTo(64);
        assertThat(provenance.model().adapters())
                .singleElement()
                .satisfies(adapter -> {
                    assertThat(adapter.file().name()).isEqualTo("step-000002.safetensors");
                    assertThat(adapter.trigger()).isEqualTo("mirza");
                });
    }

    private static void assertEvents(Path run) throws IOException {
        List<Path> files = Events.files(run);
        assertThat(files).hasSize(1);
        List<Events.Fields> events = Events.read(files.getFirst());
        assertThat(Events.scalars(events, "train/loss")).containsOnlyKeys(1L, 2L, 3L);
        assertThat(Events.scalars(events, "train/learning rate")).containsEntry(1L, 0.02f);
        List<String> images = Events.images(events);
        assertThat(images)
                .hasSize(9)
                .contains("0 previews/0 mirza", "3 previews/2 (no trigger) a round thing, colour");
    }

    @Test
    void stopWithinAStepOfSampling() throws IOException {
        CancelToken cancel = new CancelToken();
        int before = number;
        assertThatThrownBy(() ->
                        train(
                                progress -> {
                                    if (progress.detail().equals("step 3 of 50")) {
                                        cancel.cancel();
                                    }
                                },
                                cancel,
                                "steps=2",
                                "previewEvery=1",
                                "previewSteps=50",
                                "previewSize=64"))
                .isInstanceOf(CancelledException.class);
        Path run = folder.resolve("run-" + before);
        assertThat(run).isDirectoryNotContaining(Files::isRegularFile);
        assertThat(run.resolve("previews")).doesNotExist();
    }

    @Test
    void whatCannotBeDrawnIsToldAndTheRunGoesOn() throws IOException {
        List<String> notices = new ArrayList<>();
        Path run = newRun();
        tiny.service.train(
                TinyTraining.order(
                        folder,
                        run.getFileName().toString(),
                        "steps=2",
                        "previewEvery=1",
                        "previewSteps=1",
                        "previewSize=64"),
                new ProgressListener() {
                    @Override
                    public void progressed(Progress progress) {
                        if (progress.stage().equals("Training") && progress.done() == 1) {
                            block(run);
                        }
                    }

                    @Override
                    public void noticed(String notice) {
                        notices.add(notice);
                    }
                },
                new CancelToken());
        assertThat(run.resolve("mirza.safetensors")).exists();
        assertThat(notices)
                .anySatisfy(notice ->
                        assertThat(notice)
                                .startsWith("Preview 0 after step 2 is missing, and training")
                                .contains("previews cannot be saved"));
    }

    /** Puts a file in place of the folder of previews. */
    private static void block(Path run) {
        try {
            Path previews = run.resolve("previews");
            try (Stream<Path> files = Files.list(previews)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(previews);
            Files.writeString(previews, "in the way");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
