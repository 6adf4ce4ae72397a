package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/**
 * The bytes of a safetensors file, or of a range of it, in memory without a copy: the file is
 * mapped, copy on write, so that nothing done to the memory reaches the file.
 *
 * <p>Small files and those on network or removable drives are read into memory instead, as reading
 * a page of a map whose file has gone ends the process. Native code that was handed a buffer's
 * address does not keep the map: close this only after everything made from its buffers is closed.
 * To go through a large file with little resident memory, open a range of it, use it and close it,
 * one after the other.
 */
public final class SafetensorsMapping implements AutoCloseable {

    /**
     * Files up to this size are read, not mapped: copying costs nothing, and their owner may
     * replace them at will.
     */
    static final long SMALL = 16L << 20;

    private static final long ALIGNMENT = 64;
    private static final int PIECE = 1 << 30;

    private final SafetensorsFile file;
    private final Arena arena = Arena.ofShared();
    private final long begin;
    private final MemorySegment bytes;
    private final boolean copied;

    private SafetensorsMapping(SafetensorsFile file, long begin, long end) throws IOException {
        this.file = file;
        this.begin = begin;
        boolean opened = false;
        try {
            file.stamp().requireUnchanged(file.path());
            MemorySegment whole =
                    file.isMappable() ? mapIfAllowed(begin, end - begin) : MemorySegment.NULL;
            this.copied = whole.equals(MemorySegment.NULL);
            this.bytes = copied ? read(file.path(), begin, end - begin) : whole;
            opened = true;
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /**
     * Maps the whole file.
     *
     * @throws AtelierException if it changed since its header was read, or cannot be read
     */
    public static SafetensorsMapping open(SafetensorsFile file) {
        return open(file, 0, file.stamp().size());
    }

    /**
     * Maps a range of the file.
     *
     * @param begin first byte, counted from the start of the file
     * @param end the byte after the last
     * @throws AtelierException if the file changed since its header was read, or cannot be read
     */
    public static SafetensorsMapping open(SafetensorsFile file, long begin, long end) {
        if (begin < 0 || begin > end || end > file.stamp().size()) {
            throw new IndexOutOfBoundsException(
                    "bytes " + begin + " to " + end + " of " + file.path());
        }
        try {
            return new SafetensorsMapping(file, begin, end);
        } catch (IOException e) {
            throw WeightFileErrors.reading(file.path(), e);
        }
    }

    /** Whether the file is large enough to be worth mapping, and on a drive that stays. */
    public static boolean isMappable(SafetensorsFile file) {
        return file.isMappable();
    }

    /** Whether the bytes were read into memory of their own instead of being mapped. */
    public boolean isCopied() {
        return copied;
    }

    /** The file whose bytes these are. */
    public SafetensorsFile file() {
        return file;
    }

    /**
     * A range of the file's bytes.
     *
     * @param from first byte, counted from the start of the file; within the range that was opened
     * @param to the byte after the last
     */
    public MemorySegment segment(long from, long to) {
        return bytes.asSlice(from - begin, to - from);
    }

    /**
     * The bytes of one tensor as a direct little-endian buffer whose address is a multiple of the
     * element's size; valid until this is closed.
     *
     * @throws AtelierException if the tensor takes 2 GB or more
     */
    public ByteBuffer buffer(TensorInfo tensor) {
        return buffer(tensor.begin(), tensor.end(), tensor.dtype());
    }

    /**
     * A range of the file's bytes that holds elements of one type, as {@link #buffer(TensorInfo)};
     * copied where its place in the file does not allow the alignment.
     */
    public ByteBuffer buffer(long from, long to, DType dtype) {
        if (to - from > Integer.MAX_VALUE) {
            throw new AtelierException(
                    "A tensor of "
                            + file.path()
                            + " is larger than 2 GB, which no SDXL model has: check that it is the right file.");
        }
        MemorySegment range = segment(from, to);
        if (range.address() % dtype.bytes() != 0) {
            range = arena.allocate(range.byteSize(), ALIGNMENT).copyFrom(range);
        }
        return range.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Checks that the file is still what it was when its header was read.
     *
     * @throws AtelierException if it changed or is gone
     */
    public void requireUnchanged() {
        file.stamp().requireUnchanged(file.path());
    }

    /** Unmaps at once; buffers given out can no longer be used. */
    @Override
    public void close() {
        arena.close();
    }

    private MemorySegment mapIfAllowed(long from, long length) throws IOException {
        try {
            return PrivateMap.of(file.path(), from, length, arena);
        } catch (AccessDeniedException e) {
            return MemorySegment.NULL;
        }
    }

    private MemorySegment read(Path path, long from, long length) throws IOException {
        MemorySegment memory = arena.allocate(length, ALIGNMENT);
        try (FileChannel channel = FileChannel.open(path)) {
            for (long done = 0; done < length; ) {
                ByteBuffer piece =
                        memory.asSlice(done, Math.min(PIECE, length - done)).asByteBuffer();
                int count = channel.read(piece, from + done);
                if (count < 0) {
                    throw new EOFException("the file became shorter while it was read");
                }
                done += count;
            }
        }
        return memory;
    }
}
