package atelier.service.training;

import atelier.service.storage.FileFailures;
import atelier.service.training.tensorboard.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps an event file of a run, for TensorBoard. */
final class TensorBoardEvents implements RunListener {

    private final Path folder;
    private final Clock clock;
    private @Nullable EventFile file;

    /**
     * @param folder of the run
     * @param clock for the time of each event
     */
    TensorBoardEvents(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void begins(long step, Probed probed) {
        // What comes before the first step is an event of step 0.
        file = EventFile.begin(folder, step == 0 ? 0 : step + 1, clock);
        scalars(step, probed, new LinkedHashMap<>());
    }

    @Override
    public void stepped(StepReport report) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("train/loss", report.loss());
        values.put("train/learning rate", report.learningRate());
        values.put("train/gradient norm", report.gradientNorm());
        values.put("train/seconds per step", report.seconds());
        scalars(report.step(), new Probed(report.probe(), report.validation()), values);
    }

    /** Shows a preview. */
    void drawn(Preview preview) {
        if (file != null) {
            file.image(
                    preview.step(),
                    "previews/%d %s%s"
                            .formatted(
                                    preview.number(),
                                    preview.prompt().leakCheck() ? "(no trigger) " : "",
                                    preview.prompt().text()),
                    preview.side(),
                    preview.side(),
                    bytes(preview.file()));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    private void scalars(long step, Probed probed, Map<String, Double> values) {
        if (probed.probe() != null) {
            values.put("probe/trained pictures", probed.probe());
        }
        if (probed.validation() != null) {
            values.put("probe/held back pictures", probed.validation());
        }
        if (file != null && !values.isEmpty()) {
            file.scalars(step, values);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
