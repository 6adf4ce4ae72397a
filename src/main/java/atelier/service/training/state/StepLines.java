package atelier.service.training.state;

import atelier.service.storage.FileFailures;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of lines of JSON that each tell of a step of training, which {@code step} numbers; each is
 * on the disk before the next is computed.
 */
public final class StepLines implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final FileChannel channel;

    private StepLines(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Begins a new file. */
    public static StepLines create(Path file) {
        try {
            return new StepLines(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    /**
     * Goes on with a file after a step: what it holds of later ones, and a line that was cut off,
     * is taken away, as those steps will be done again.
     */
    public static StepLines resume(Path file, long step) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.truncate(end(file, step));
                channel.position(channel.size());
                return new StepLines(file, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    /**
     * Where the lines of the first steps end.
     *
     * @param last the last step wanted
     * @return bytes from the beginning; up to a line that is none at most
     */
    private static long end(Path file, long last) throws IOException {
        long end = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            // One character a byte; the last line counts only with its end.
            long size = Files.size(file);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long after = end + line.length() + 1;
                if (!isUpTo(line, last) || after > size) {
                    return end;
                }
                end = after;
            }
        }
        return end;
    }

    private static boolean isUpTo(String line, long last) {
        try {
            JsonNode step = JSON.readTree(line).path("step");
            return step.isIntegralNumber() && step.asLong() <= last;
        } catch (JacksonException e) {
            // Cut off in the middle, as when the machine went down.
            return false;
        }
    }

    /**
     * Adds a line.
     *
     * @param line an object of JSON with the number of the step, without the line's end
     */
    public void add(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }
}
