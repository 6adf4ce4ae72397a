package atelier.service.training;

import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the probes came to before the first step, in a file of its own: {@code metrics.jsonl} has a
 * line for each step and no other.
 */
final class BaselineFile implements RunListener {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    BaselineFile(Path file) {
        this.file = file;
    }

    @Override
    public void begins(long step, Probed probed) {
        if (!probed.equals(Probed.NONE)) {
            byte[] bytes = JSON.writeValueAsString(probed).getBytes(StandardCharsets.UTF_8);
            AtomicFiles.replace(file, out -> out.write(bytes));
        }
    }

    @Override
    public void stepped(StepReport report) {}

    /** What such a file holds; nothing where there is none, or it is damaged. */
    static Probed read(Path file) {
        if (!Files.exists(file)) {
            return Probed.NONE;
        }
        try {
            return JSON.readValue(Files.readString(file), Probed.class);
        } catch (JacksonException e) {
            return Probed.NONE;
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
