package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.RunPausedException;
import atelier.model.training.TrainingOrder;
import atelier.service.dataset.DrawnPictures;
import atelier.service.storage.FolderLock;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import atelier.service.training.forecast.EveryMachine;
import atelier.service.training.state.RunStates;
import atelier.service.training.state.SavedState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A paused run whose surroundings changed; each test breaks one thing of its copy. */
class RunRefusalTest {

    private static final String MIRZA = "mirza.safetensors";

    @TempDir static Path origin;
    private static TinyTraining tiny;
    private static Path paused;

    @TempDir Path folder;

    /** Stops training after the second step, and hears what is told. */
    private static final class Stopper implements ProgressListener {

        final CancelToken cancel = new CancelToken();
        final List<String> notices = new ArrayList<>();

        @Override
        public void progressed(Progress progress) {
            if (progress.stage().equals("Training") && progress.done() == 2) {
                cancel.cancel();
            }
        }

        @Override
        public void noticed(String notice) {
            notices.add(notice);
        }
    }

    @BeforeAll
    static void pause() throws IOException {
        tiny = new TinyTraining();
        TinyTraining.data(origin);
        TrainingOrder order =
                TinyTraining.order(origin, "run", "steps=4", "checkpointEvery=1", "probeEvery=0");
        Stopper stopper = new Stopper();
        assertThatThrownBy(() -> tiny.service.train(order, stopper, stopper.cancel))
                .isInstanceOfSatisfying(
                        RunPausedException.class,
                        pause -> {
                            assertThat(pause.step()).isEqualTo(2);
                            assertThat(pause.run()).isEqualTo(order.out());
                        });
        paused = order.out();
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    /** A copy of the run; its pictures and model are those of the original. */
    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(paused)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(paused.relativize(file)));
            }
        }
        return copy;
    }

    private static List<String> resume(Path run) {
        List<String> notices = new ArrayList<>();
        tiny.later.resume(
                run,
                DeviceChoice.AUTO,
                new ProgressListener() {
                    @Override
                    public void progressed(Progress progress) {}

                    @Override
                    public void noticed(String notice) {
                        notices.add(notice);
                    }
                },
                new CancelToken());
        return notices;
    }

    private static void assertRefused(Path run, String... says) throws IOException {
        var before = TinyTraining.files(run);
        assertThatThrownBy(() -> resume(run))
                .isInstanceOf(AtelierException.class)
                .hasMessageContainingAll(says);
        assertThat(TinyTraining.files(run)).isEqualTo(before);
    }

    private static void edit(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with));
    }

    @Test
    void aFolderOfANewerVersionIsRefused() throws IOException {
        Path run = copy();
        edit(run.resolve("plan.json"), "\"format\" : 2", "\"format\" : 3");
        assertRefused(run, "plan.json", "newer version of Atelier");
    }

    /** Plans of the first format, those that told nothing of masks and words among them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunThatAnEarlierVersionBeganIsGoneOnWith(boolean tellsAll) throws IOException {
        Path run = copy();
        Path plan = run.resolve("plan.json");
        RunFolder folder = new RunFolder(run);
        SavedState state =
                new RunStates(folder.states(), plan, Sha256.ofFile(plan))
                        .newest(notice -> {})
                        .orElseThrow();
        ObjectNode old = (ObjectNode) TinyTraining.JSON.readTree(plan.toFile());
        old.put("format", 1);
        if (!tellsAll) {
            for (JsonNode picture : old.get("pictures")) {
                ((ObjectNode) picture).remove(List.of("mask", "words"));
            }
        }
        Files.writeString(plan, old.toPrettyString());
        byte[] written = Files.readAllBytes(plan);
        new RunStates(folder.states(), plan, Sha256.ofFile(plan)).save(state);
        assertThat(resume(run)).contains("The run goes on after step 2.");
        assertThat(plan).hasBinaryContent(written);
        assertThat(run.resolve(MIRZA)).hasBinaryContent(Files.readAllBytes(whole().resolve(MIRZA)));
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        assertThatThrownBy(() -> resume(folder)).hasMessageContaining("There is no run in");
    }

    @Test
    void aDamagedPlanIsNamed() throws IOException {
        Path run = copy();
        Files.writeString(run.resolve("plan.json"), "{\"format\":1,");
        assertRefused(run, "plan.json is damaged");
    }

    @Test
    void aPlanThatWasChangedIsRefused() throws IOException {
        Path run = copy();
        edit(run.resolve("plan.json"), "\"steps\" : 4", "\"steps\" : 5");
        assertThatThrownBy(() -> resume(run))
                .hasMessageContaining("plan.json was changed after step 2 was saved");
    }

    @Test
    void aPictureThatWasChangedIsNamed() throws IOException {
        Path picture = DrawnPictures.file(origin.resolve("data"), 3);
        byte[] bytes = Files.readAllBytes(picture);
        try {
            // What follows the picture itself, decoders pass over.
            Files.write(picture, new byte[] {0}, StandardOpenOption.APPEND);
            assertRefused(
                    copy(),
                    "The picture " + picture.getFileName() + " of ",
                    "was changed since the run began");
        } finally {
            Files.write(picture, bytes);
        }
    }

    @Test
    void aCaptionThatWasChangedIsNamed() throws IOException {
        Path caption = origin.resolve("data/picture-00.txt");
        byte[] bytes = Files.readAllBytes(caption);
        try {
            Files.writeString(caption, "another thing");
            assertRefused(
                    copy(), "The caption of picture-00", "another thing", "since the run began");
        } finally {
            Files.write(caption, bytes);
        }
    }

    @Test
    void aModelThatWasChangedIsNamedAndOneThatWasOnlyTouchedIsNot() throws IOException {
        Path run = copy();
        // As if the files had been touched since: they are read, and their hashes are the plan's.
        String text = Files.readString(run.resolve("run.json"));
        Files.writeString(
                run.resolve("run.json"),
                text.replaceAll(
                        "\"modified\" : \"[^\"]+\"", "\"modified\" : \"1970-01-01T00:00:00Z\""));
        String hash =
                Files.readString(run.resolve("plan.json"))
                        .replaceAll("(?s).*?\"sha256\" : \"([0-9a-f]{64})\".*", "$1");
        byte[] plan = Files.readAllBytes(run.resolve("plan.json"));
        edit(run.resolve("plan.json"), hash, "0".repeat(64));
        assertThatThrownBy(() -> resume(run))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is not the one that the run began with");
        Files.write(run.resolve("plan.json"), plan);
        assertThat(resume(run)).contains("The run goes on after step 2.");
        assertThat(run.resolve(MIRZA)).isRegularFile();
        assertRefused(run, "is finished, its adapter is " + MIRZA);
    }

    @Test
    void aStateThatWentBadGivesWayToTheOneBefore() throws IOException {
        Path run = copy();
        Path newest = run.resolve("state/step-000002.safetensors");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 4;
        Files.write(newest, bytes);
        assertThat(resume(run))
                .anyMatch(notice -> notice.contains("step-000002.safetensors"))
                .contains("The run goes on after step 1.");
        assertThat(TinyTraining.metrics(run)).hasSize(4);
        RunFiles.assertSame(run, whole());
    }

    /** The same run without a pause. */
    private static Path whole() {
        Path run = origin.resolve("whole");
        return Files.exists(run)
                ? run
                : tiny.train(
                                TinyTraining.order(
                                        origin,
                                        "whole",
                                        "steps=4",
                                        "checkpointEvery=1",
                                        "probeEvery=0"))
                        .adapter()
                        .getParent();
    }

    @Test
    void anotherTrainingInTheFolderIsNamed() throws IOException {
        Path run = copy();
        RunHost host = TinyTraining.host(FreeSpace.USUAL, "2026-05-01T10:00:00Z");
        try (TinyTraining other = new TinyTraining();
                FolderLock _ = host.locks().take(run, "process 7 on here")) {
            assertThat(run.resolve("run.lock")).hasContent("process 7 on here");
            TrainingService service =
                    new TrainingService(
                            other.accelerator,
                            Path.of("none"),
                            new PictureReader(),
                            host,
                            new EveryMachine());
            assertThatThrownBy(() ->
                            service.resume(
                                    run,
                                    DeviceChoice.CPU,
                                    ProgressListener.NONE,
                                    new CancelToken()))
                    .hasMessageContaining("is being trained in by");
        }
    }

    @Test
    void whereTheRunLiesOrWhenItWasMadeIsNowhereInWhatIsTrained() throws IOException {
        String plan = Files.readString(paused.resolve("plan.json"));
        String checkpoint =
                Files.readString(
                        paused.resolve("checkpoints/step-000002.safetensors"),
                        StandardCharsets.ISO_8859_1);
        for (String text : List.of(plan, checkpoint)) {
            assertThat(text)
                    .doesNotContain(origin.getFileName().toString())
                    .doesNotContain("2026-05-01");
        }
        assertThat(Files.readString(paused.resolve("run.json")))
                .contains(origin.getFileName().toString(), "2026-05-01T10:00:00Z");
    }

    /** Trains on a disk that has so much room. */
    private static TrainingService onDisk(ToLongFunction<Path> free) {
        return new TrainingService(
                tiny.accelerator,
                Path.of("none"),
                new PictureReader(),
                TinyTraining.host(new FreeSpace(2_000_000_000L, free), "2026-05-01T10:00:00Z"),
                new EveryMachine());
    }

    @Test
    void aRunIsNotGoneOnWithWhereThereIsLittleRoom() throws IOException {
        TrainingService service = onDisk(place -> 1_500_000_000L);
        Path run = copy();
        var before = TinyTraining.files(run);
        assertThatThrownBy(() ->
                        service.resume(
                                run, DeviceChoice.CPU, ProgressListener.NONE, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("Only 1.5 GB are free on the disk of " + run)
                .hasMessageContaining("2 GB are to stay free: make room");
        assertThat(TinyTraining.files(run)).isEqualTo(before);
    }

    @Test
    void littleRoomOnTheDiskPausesARunAndNothingIsLost() throws IOException {
        AtomicBoolean begun = new AtomicBoolean();
        TrainingService service =
                onDisk(place -> begun.getAndSet(true) ? 1_500_000_000L : 3_000_000_000L);
        Path run = copy();
        assertThatThrownBy(() ->
                        service.resume(
                                run, DeviceChoice.CPU, ProgressListener.NONE, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("only 1.5 GB are free")
                .hasMessageContaining("up to step 3 is saved")
                .hasMessageContaining("--resume " + run);
        assertThat(run.resolve("checkpoints/step-000003.safetensors")).doesNotExist();
        resume(run);
        RunFiles.assertSame(run, whole());
        assertThat(Files.getLastModifiedTime(run.resolve(MIRZA)))
                .isGreaterThan(FileTime.from(Instant.EPOCH));
    }
}
