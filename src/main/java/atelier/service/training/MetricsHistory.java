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
}
