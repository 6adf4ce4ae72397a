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
final class MetricsFile implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One step.
     *
     * @param step from 1
     * @param epoch from 1
     * @param loss mean of its batches
     * @param gradientNorm before it was shortened
     * @param learningRate used
     * @param seconds that the step took
     */
    record Line(
            long step,
            long epoch,
            double loss,
            double gradientNorm,
            double learningRate,
            double seconds) {}

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

    void write(Line line) {
        try {
            writer.write(JSON.writeValueAsString(line));
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
