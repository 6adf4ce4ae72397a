package atelier.service.training;

import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of a run, one line of JSON a step, each on the disk before the next is computed. */
final class MetricsFile implements RunListener {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final FileChannel channel;

    private MetricsFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Begins a new file. */
    static MetricsFile create(Path file) {
        try {
            return new MetricsFile(
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
    static MetricsFile resume(Path file, long step) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.truncate(MetricsHistory.end(file, step));
                channel.position(channel.size());
                return new MetricsFile(file, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    @Override
    public void stepped(StepReport report) {
        ByteBuffer line =
                ByteBuffer.wrap(
                        (JSON.writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
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
