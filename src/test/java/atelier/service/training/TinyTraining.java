package atelier.service.training;

import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.reference.Reference;
import atelier.service.dataset.DrawnPictures;
import atelier.service.job.Accelerator;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import atelier.service.training.forecast.EveryMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs on the tiny random model, with ten drawn pictures. */
final class TinyTraining implements AutoCloseable {

    static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    static final JsonMapper JSON = new JsonMapper();

    final Accelerator accelerator = new Accelerator();
    final TrainingService service =
            new TrainingService(
                    accelerator,
                    Path.of("none"),
                    new PictureReader(),
                    host(FreeSpace.USUAL, "2026-05-01T10:00:00Z"),
                    new EveryMachine());
    final TrainingService later =
            new TrainingService(
                    accelerator,
                    Path.of("none"),
                    new PictureReader(),
                    host(FreeSpace.USUAL, "2026-11-30T23:59:59Z"),
                    new EveryMachine());

    /** A machine whose clock stands still. */
    static RunHost host(FreeSpace space, String time) {
        return new RunHost(
                Clock.fixed(Instant.parse(time), ZoneOffset.UTC),
                "version of " + time,
                (file, progress, cancel) -> Sha256.ofFile(file),
                space,
                new RunLocks(),
                new RunRequests());
    }

    /** Draws the pictures into a folder of that one, and gives it. */
    static Path data(Path folder) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        DrawnPictures.into(data);
        Files.writeString(data.resolve("picture-00.txt"), "a round thing, colour");
        return data;
    }

    /**
     * An order of three steps at rank 4, without probe, previews and checkpoints before the last
     * step unless set otherwise, with data and run in that folder.
     */
    static TrainingOrder order(Path folder, String out, String... sets) {
        Map<String, String> map =
                new HashMap<>(
                        Map.of(
                                "steps", "3",
                                "rank", "4",
                                "checkpointEvery", "1000",
                                "probeEvery", "0",
                                "previewEvery", "0"));
        for (String set : sets) {
            map.put(set.substring(0, set.indexOf('=')), set.substring(set.indexOf('=') + 1));
        }
        return new TrainingOrder(
                ModelChoice.of(MODEL),
                folder.resolve("data"),
                "mirza",
                folder.resolve(out),
                map,
                DeviceChoice.CPU);
    }

    TrainingResult train(TrainingOrder order) {
        return service.train(order, ProgressListener.NONE, new CancelToken());
    }

    /** What follows the metadata of a safetensors file. */
    static byte[] tensors(byte[] file) {
        int header = (file[0] & 255) | (file[1] & 255) << 8 | (file[2] & 255) << 16;
        return Arrays.copyOfRange(file, 8 + header, file.length);
    }

    static List<JsonNode> metrics(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
                .map(JSON::readTree)
                .toList();
    }

    /** The files of a cache, each with the time of its last change. */
    static Map<Path, Object> files(Path cache) throws IOException {
        Map<Path, Object> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file, Files.getLastModifiedTime(file));
            }
        }
        return found;
    }

    /** Gives a new run the cache of another. */
    static void copyCache(Path from, Path to) throws IOException {
        Path cache = from.resolve("cache");
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve("cache").resolve(cache.relativize(file)));
            }
        }
    }

    @Override
    public void close() {
        accelerator.close();
    }
}
