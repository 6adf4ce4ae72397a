package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.stream.IntStream;

/**
 * Reads ranges of a weight file, one after the other, into the same memory: for weights that are
 * converted, where a map would cost a page fault every 4 KiB. All cores read, as copying from the
 * system's page cache takes a core as long as converting does.
 */
public final class RangeReader implements AutoCloseable {

    /** Bytes below which a second thread costs more than it saves. */
    private static final int LEAST_PART = 1 << 19;

    private final int readers = Runtime.getRuntime().availableProcessors();
    private final SafetensorsFile file;
    private final FileChannel channel;
    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    private RangeReader(SafetensorsFile file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the file.
     *
     * @throws AtelierException if it changed since its header was read, or cannot be read
     */
    public static RangeReader open(SafetensorsFile file) {
        file.stamp().requireUnchanged(file.path());
        try {
            return new RangeReader(file, FileChannel.open(file.path()));
        } catch (IOException e) {
            throw WeightFileErrors.reading(file.path(), e);
        }
    }

    /**
     * The bytes of a range, little-endian; valid until the next call.
     *
     * @param begin first byte, counted from the start of the file
     * @param end the byte after the last, less than 2 GB further
     */
    public ByteBuffer read(long begin, long end) {
        int length = Math.toIntExact(end - begin);
        if (memory.capacity() < length) {
            memory = ByteBuffer.allocateDirect(length);
        }
        int parts = Math.clamp(length / LEAST_PART, 1, readers);
        if (parts == 1) {
            read(begin, 0, length);
        } else {
            IntStream.range(0, parts)
                    .parallel()
                    .forEach(part ->
                            read(
                                    begin,
                                    (int) ((long) length * part / parts),
                                    (int) ((long) length * (part + 1) / parts)));
        }
        return memory.duplicate().clear().limit(length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void read(long begin, int from, int to) {
        ByteBuffer bytes = memory.duplicate().clear().position(from).limit(to);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, begin + bytes.position()) < 0) {
                    throw new EOFException("the file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw WeightFileErrors.reading(file.path(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw WeightFileErrors.reading(file.path(), e);
        }
    }
}
