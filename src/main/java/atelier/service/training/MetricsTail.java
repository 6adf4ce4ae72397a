package atelier.service.training;

import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads what was added to {@code metrics.jsonl} since it was read last, so that a long run need not
 * be read again at each step. A file that was cut back, as a resume does, is read from its start.
 */
final class MetricsTail {

    private final Path file;
    private long offset;
    private long last;

    MetricsTail(Path file) {
        this.file = file;
    }

    /**
     * What was added.
     *
     * @param anew whether what was read before does not count any more
     * @param reports of whole lines, in order
     */
    record Added(boolean anew, List<StepReport> reports) {

        /** Copies the list. */
        Added {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Reads it.
     *
     * @throws atelier.model.AtelierException if it cannot be read
     */
    Added read() {
        boolean begun = offset > 0;
        try {
            long size = Files.exists(file) ? Files.size(file) : 0;
            List<StepReport> reports = size < offset ? null : after(size);
            if (reports != null) {
                return new Added(false, reports);
            }
            offset = 0;
            last = 0;
            reports = after(size);
            return new Added(begun, Objects.requireNonNullElse(reports, List.of()));
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /** The whole lines after those read; null where they do not go on with them. */
    private @Nullable List<StepReport> after(long size) throws IOException {
        if (size == offset) {
            return List.of();
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size - offset));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(offset);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until all is read, or the file was cut back meanwhile.
            }
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        List<StepReport> reports = new ArrayList<>();
        long step = last;
        try {
            for (String line : text.substring(0, end).lines().toList()) {
                StepReport report = Objects.requireNonNull(StepReport.ofText(line));
                if (report.step() != step + 1) {
                    return null;
                }
                step = report.step();
                reports.add(report);
            }
        } catch (JacksonException e) {
            // It was cut back and has grown beyond the old end: that is not where a line begins.
            return null;
        }
        last = step;
        // All of it is ASCII.
        offset += end;
        return reports;
    }
}
