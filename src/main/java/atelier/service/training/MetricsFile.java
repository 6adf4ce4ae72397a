package atelier.service.training;

import atelier.service.storage.FileFailures;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of a run, one line of JSON a step, each on the disk before the next is computed. */
final class MetricsFile implements RunListener {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final BufferedWriter writer;

    private MetricsFile(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Begins a new file. */
    static MetricsFile create(Path file) {
        try {
            return new MetricsFile(
                    file,
                    Files.newBufferedWriter(
                            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW));
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    @Override
    public void stepped(StepReport report) {
        try {
            writer.write(JSON.writeValueAsString(report));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }
}
