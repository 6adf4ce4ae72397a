package atelier.service.training;

import atelier.model.job.CancelToken;
import atelier.service.job.ResidentMemory;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of its own that trains, with probes, previews and checkpoints on the way, and prints
 * its resident memory in KiB after every fifth step, a line each.
 */
public final class TrainingLoop {

    private static final int EVERY = 5;

    private TrainingLoop() {}

    /** Arguments: a folder for the data and the run, and how many steps. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        TinyTraining.data(folder);
        try (TinyTraining tiny = new TinyTraining()) {
            tiny.service.train(
                    TinyTraining.order(
                            folder,
                            "run",
                            "steps=" + args[1],
                            "resolution=64",
                            "probeEvery=20",
                            "previewEvery=40",
                            "previewSteps=1",
                            "checkpointEvery=20"),
                    progress -> {
                        if (progress.stage().equals("Training")
                                && progress.done() > 0
                                && progress.done() % EVERY == 0) {
                            ResidentMemory.print();
                        }
                    },
                    new CancelToken());
        }
    }
}
