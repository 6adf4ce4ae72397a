package atelier.app;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.JobKind;
import atelier.model.settings.DeviceChoice;
import atelier.reference.Reference;
import atelier.service.generation.GenerationRunner;
import atelier.service.generation.GenerationService;
import atelier.service.generation.TinyGeneration;
import atelier.service.job.JobQueue;
import atelier.service.storage.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Saves two of three images of a job, says so before the second is written down, and waits to be
 * killed.
 */
final class KilledGenerationMain {

    private static final long FOR_EVER = 600_000;

    private KilledGenerationMain() {}

    static Database database(Path folder) {
        return Database.open(folder.resolve("library.db"));
    }

    static JobQueue queue(Database database, GenerationService service, Consumer<Path> saved) {
        return new JobQueue(
                database,
                List.of(new GenerationRunner(service, saved)),
                Clock.systemUTC(),
                System::nanoTime);
    }

    private static GenerationOrder order(Path folder, int count) {
        return new GenerationOrder(
                ModelChoice.of(Reference.root().resolve("tiny-sdxl").toAbsolutePath()),
                List.of(),
                new GenerationRequest(
                        "a cat",
                        null,
                        64,
                        64,
                        null,
                        new SamplingSettings("euler", "leading", 2, 5, 0, 0),
                        7,
                        count,
                        0,
                        EmphasisMode.NO_NORM,
                        null),
                folder.resolve("images"),
                DeviceChoice.CPU,
                false);
    }

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        TinyGeneration tiny = new TinyGeneration(folder.resolve("tokenizers"));
        List<Path> images = new ArrayList<>();
        JobQueue queue =
                queue(
                        database(folder),
                        tiny.service(),
                        file -> {
                            images.add(file);
                            if (images.size() == 2) {
                                System.out.println("saved " + file.getFileName());
                                sleep();
                            }
                        });
        // The second order's first image has the settings of the first order's.
        queue.submit(
                JobKind.GENERATION,
                "cats",
                new GenerationBatch(List.of(order(folder, 1), order(folder, 2))));
        queue.start();
        Thread.sleep(FOR_EVER);
    }

    private static void sleep() {
        try {
            Thread.sleep(FOR_EVER);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
