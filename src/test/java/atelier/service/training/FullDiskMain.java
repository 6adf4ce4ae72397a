package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.service.storage.PictureReader;
import atelier.service.storage.SmallDisk;
import atelier.service.training.forecast.EveryMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A process that trains on a small disk which is all but full from the second step on, and goes on
 * when there is room again. Standard output gets the sentence that the run ended with.
 */
public final class FullDiskMain {

    private FullDiskMain() {}

    /**
     * Trains.
     *
     * @param args a folder with data; the disk, empty; how much of a checkpoint's size and how much
     *     of a state's is left free; a folder for copies of the run as it ended and of the one gone
     *     on with
     */
    public static void main(String[] args) throws IOException {
        Path disk = Path.of(args[1]);
        TrainingOrder usual =
                TinyTraining.order(
                        Path.of(args[0]), "run", "steps=4", "checkpointEvery=1", "resolution=64");
        TrainingOrder order =
                new TrainingOrder(
                        usual.model(),
                        usual.data(),
                        usual.trigger(),
                        disk.resolve("run"),
                        usual.sets(),
                        usual.device(),
                        usual.options());
        Path copies = Path.of(args[4]);
        Path filler = disk.resolve("filler");
        try (TinyTraining tiny = new TinyTraining()) {
            // A run that keeps nothing free, as others may fill the disk while it saves.
            TrainingService service =
                    new TrainingService(
                            tiny.accelerator,
                            Path.of("none"),
                            new PictureReader(),
                            TinyTraining.host(
                                    new FreeSpace(0, place -> 1_000_000_000_000L),
                                    "2026-05-01T10:00:00Z"),
                            new EveryMachine());
            ProgressListener filling =
                    progress -> {
                        if (progress.stage().equals("Training") && progress.done() == 2) {
                            SmallDisk.fill(
                                    filler,
                                    (long)
                                            (Double.parseDouble(args[2])
                                                            * size(
                                                                    order.out()
                                                                            .resolve("checkpoints"))
                                                    + Double.parseDouble(args[3])
                                                            * size(order.out().resolve("state"))));
                        }
                    };
            try {
                service.train(order, filling, new CancelToken());
            } catch (AtelierException e) {
                System.out.println("told " + e.getMessage());
            }
            copy(order.out(), copies.resolve("full"));
            Files.delete(filler);
            service.resume(
                    order.out(), DeviceChoice.AUTO, ProgressListener.NONE, new CancelToken());
            copy(order.out(), copies.resolve("resumed"));
        }
    }

    private static long size(Path folder) {
        try {
            return Files.size(folder.resolve("step-000002.safetensors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
