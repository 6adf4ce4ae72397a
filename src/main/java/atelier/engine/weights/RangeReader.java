package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Reads ranges of a weight file, one after the other, into the same memory: for weights that are
 * converted, where a map would cost a page fault every 4 KiB.
 */
public final class RangeReader implements AutoCloseable {

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
            // As much as any tensor needs, at once: outgrown direct memory is freed only in time.
            memory = ByteBuffer.allocateDirect(Math.max(length, largest()));
        }
        ByteBuffer bytes = memory.duplicate().clear().limit(length);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, begin + bytes.position()) < 0) {
                    throw new EOFException("the file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw WeightFileErrors.reading(file.path(), e);
        }
        return bytes.flip().slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private int largest() {
        return (int)
                Math.min(
                        Integer.MAX_VALUE,
                        file.tensors().values().stream()
                                .mapToLong(TensorInfo::bytes)
                                .max()
                                .orElse(0));
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
