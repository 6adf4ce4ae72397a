package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The header of a safetensors file: which tensors it holds, where their bytes lie, and its text
 * metadata.
 *
 * <p>Format: 8 bytes little-endian header length, that many bytes of JSON, then the data, row-major
 * and little-endian. Opening reads the header alone and checks every offset against the file's
 * size, so that what opens can be mapped.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class SafetensorsFile {

    /** Longer headers are refused, as the format's own implementation does. */
    static final long LONGEST_HEADER = 100_000_000;

    private static final int LENGTH_BYTES = 8;

    private final Path path;
    private final FileStamp stamp;
    private final boolean mappable;
    private final long dataBegin;
    private final SequencedMap<String, TensorInfo> tensors;
    private final Map<String, String> metadata;

    private SafetensorsFile(
            Path path, FileStamp stamp, boolean mappable, long dataBegin, HeaderParser header) {
        this.path = path;
        this.stamp = stamp;
        this.mappable = mappable;
        this.dataBegin = dataBegin;
        this.tensors = header.tensors();
        this.metadata = header.metadata();
    }

    /**
     * Reads and checks the header.
     *
     * @throws AtelierException if the file cannot be read or is not sound
     */
    public static SafetensorsFile open(Path path) {
        FileStamp stamp = FileStamp.of(path);
        if (!Files.isRegularFile(path)) {
            throw new AtelierException(
                    path
                            + " is a %s, not a .safetensors file: choose such a file."
                                    .formatted(Files.isDirectory(path) ? "folder" : "device"));
        }
        if (stamp.size() == 0) {
            throw new AtelierException(path + " is empty: download or copy it again.");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long headerLength = headerLength(path, channel, stamp.size());
            long dataBegin = LENGTH_BYTES + headerLength;
            HeaderParser header = new HeaderParser(dataBegin);
            header.parse(text(read(channel, LENGTH_BYTES, headerLength)), stamp.size() - dataBegin);
            boolean mappable =
                    stamp.size() > SafetensorsMapping.SMALL
                            && DriveKind.of(path) == DriveKind.FIXED;
            return new SafetensorsFile(path, stamp, mappable, dataBegin, header);
        } catch (HeaderParser.BadHeader e) {
            throw damaged(path, e.what());
        } catch (IOException e) {
            throw WeightFileErrors.reading(path, e);
        }
    }

    private static long headerLength(Path path, FileChannel channel, long size) throws IOException {
        byte[] head = read(channel, 0, Math.min(size, FileSignature.LENGTH)).array();
        long length =
                head.length < LENGTH_BYTES
                        ? -1
                        : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        boolean plausible = length >= 2 && length <= LONGEST_HEADER && head.length > LENGTH_BYTES;
        if (plausible && head[LENGTH_BYTES] == '{' && length <= size - LENGTH_BYTES) {
            return length;
        }
        new FileSignature(head)
                .advice()
                .ifPresent(advice -> {
                    throw new AtelierException(path + " " + advice);
                });
        if (plausible && head[LENGTH_BYTES] == '{') {
            throw damaged(path, "it is cut off inside its header");
        }
        if (head.length > LENGTH_BYTES && head[LENGTH_BYTES] == '{') {
            throw damaged(
                    path,
                    "its header claims to be %s bytes long"
                            .formatted(Long.toUnsignedString(length)));
        }
        throw new AtelierException(
                path
                        + " is not a safetensors file: choose a .safetensors file, or download it again.");
    }

    private static ByteBuffer read(FileChannel channel, long begin, long length)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, begin + bytes.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer header) throws HeaderParser.BadHeader {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(header).toString();
        } catch (CharacterCodingException e) {
            throw new HeaderParser.BadHeader("its header is not UTF-8 text");
        }
    }

    private static AtelierException damaged(Path path, String what) {
        return new AtelierException(path + " is damaged: " + what + "; download or copy it again.");
    }

    /** Where the file lies. */
    public Path path() {
        return path;
    }

    /** What the file was when its header was read; who maps it later compares. */
    public FileStamp stamp() {
        return stamp;
    }

    /** Whether it is large enough to be worth mapping, and on a drive that stays. */
    boolean isMappable() {
        return mappable;
    }

    /** The file's first byte of data, after the header. */
    public long dataBegin() {
        return dataBegin;
    }

    /** The tensors by name, in the order of the header. */
    public SequencedMap<String, TensorInfo> tensors() {
        return tensors;
    }

    /** The text metadata of the header; empty where there is none. */
    public Map<String, String> metadata() {
        return metadata;
    }
}
