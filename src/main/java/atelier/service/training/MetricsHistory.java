package atelier.service.training;

import atelier.service.storage.FileFailures;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code metrics.jsonl} again, line by line, as runs may be long. */
final class MetricsHistory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TENTH = 10;

    private MetricsHistory() {}

    /** What was reported of each step, in order. */
    static void forEach(Path file, Consumer<StepReport> use) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                StepReport report = report(line);
                if (report != null) {
                    use.accept(report);
                }
            }
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    private static @Nullable StepReport report(String line) {
        try {
            return JSON.readValue(line, StepReport.class);
        } catch (JacksonException e) {
            // Cut off in the middle, as when the machine went down.
            return null;
        }
    }

    /**
     * How the loss went.
     *
     * @param first mean of the first tenth of the steps
     * @param last mean of the last tenth of the steps
     */
    record Losses(double first, double last) {}

    /**
     * How the loss went over a run.
     *
     * @param steps of the run
     */
    static Losses losses(Path file, long steps) {
        long part = Math.ceilDiv(steps, TENTH);
        double[] sums = new double[2];
        forEach(
                file,
                report -> {
                    sums[0] += report.step() <= part ? report.loss() : 0;
                    sums[1] += report.step() > steps - part ? report.loss() : 0;
                });
        return new Losses(sums[0] / part, sums[1] / part);
    }
}
