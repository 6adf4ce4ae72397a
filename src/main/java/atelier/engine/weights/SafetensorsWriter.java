package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a safetensors file tensor by tensor, never holding more than one of them in memory.
 *
 * <p>The order is the one of the format's own implementation, by type, widest first, then by name,
 * so the same tensors always give the same bytes, and the hash of the data section is the one that
 * other programs compute. The header is padded with spaces so that the data begins at a multiple of
 * 8. The file appears whole or not at all.
 */
public final class SafetensorsWriter {

    /** Writes one tensor's bytes. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes exactly as many bytes as the tensor has, row-major and little-endian.
         *
         * @throws IOException if writing fails; passed on as it comes from the channel
         */
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    private record Entry(String name, DType dtype, List<Long> shape, Content content) {

        long bytes() {
            return shape.stream().reduce((long) dtype.bytes(), Math::multiplyExact);
        }

        byte[] sortKey() {
            return name.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int ALIGNMENT = 8;
    private static final String METADATA = "__metadata__";

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, String> metadata = new TreeMap<>();

    /** Adds a line of metadata, replacing one of the same key. */
    public SafetensorsWriter metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** Adds lines of metadata. */
    public SafetensorsWriter metadata(Map<String, String> lines) {
        metadata.putAll(lines);
        return this;
    }

    /**
     * Adds a tensor, whose content is asked for when the file is written.
     *
     * @throws IllegalArgumentException if the name is taken, reserved, or an extent is negative
     */
    public SafetensorsWriter tensor(String name, DType dtype, List<Long> shape, Content content) {
        Entry entry = new Entry(name, dtype, List.copyOf(shape), content);
        boolean sound = !name.equals(METADATA) && shape.stream().allMatch(extent -> extent >= 0);
        if (!sound || entries.putIfAbsent(name, entry) != null) {
            throw new IllegalArgumentException("tensor " + name + " " + shape);
        }
        return this;
    }

    /** Adds a tensor of 32-bit floats. */
    public SafetensorsWriter floats(String name, List<Long> shape, float[] values) {
        return tensor(
                name,
                DType.F32,
                shape,
                channel -> {
                    ByteBuffer bytes =
                            ByteBuffer.allocate(values.length * Float.BYTES)
                                    .order(ByteOrder.LITTLE_ENDIAN);
                    bytes.asFloatBuffer().put(values);
                    channel.write(bytes);
                });
    }

    /**
     * Writes the file, replacing one of that name.
     *
     * @param progress hears of each tensor written
     * @throws AtelierException if the folder cannot be written, is full, or the work is cancelled;
     *     nothing is left behind then
     */
    public void write(Path target, ProgressListener progress, CancelToken cancel) {
        write(target, written -> {}, progress, cancel);
    }

    /**
     * The same with a look at the finished file before it takes the target's place.
     *
     * @param check may read the file; what it throws leaves the target as it was
     */
    public void write(
            Path target, Consumer<Path> check, ProgressListener progress, CancelToken cancel) {
        List<Entry> ordered = ordered();
        progress.progressed(Progress.of("Writing", 0, ordered.size(), "tensor"));
        AtomicFile.write(
                target,
                channel -> {
                    GatheringChannel output = new GatheringChannel(channel);
                    output.write(header(ordered));
                    long done = 0;
                    for (Entry entry : ordered) {
                        cancel.check();
                        long before = output.count();
                        entry.content().writeTo(output);
                        if (output.count() - before != entry.bytes()) {
                            throw new IllegalStateException(
                                    "%s has %d bytes, not %d"
                                            .formatted(
                                                    entry.name(),
                                                    output.count() - before,
                                                    entry.bytes()));
                        }
                        progress.progressed(
                                Progress.of("Writing", ++done, ordered.size(), "tensor"));
                    }
                    output.flush();
                },
                check);
    }

    /**
     * What the file will begin with: the header's length and the header, up to the first byte of
     * data.
     */
    public ByteBuffer header() {
        return header(ordered());
    }

    private List<Entry> ordered() {
        List<Entry> ordered = new ArrayList<>(entries.values());
        ordered.sort(
                Comparator.comparing(Entry::dtype)
                        .reversed()
                        .thenComparing(Entry::sortKey, Arrays::compareUnsigned));
        return ordered;
    }

    private ByteBuffer header(List<Entry> ordered) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectPropertyStart(METADATA);
                metadata.forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            long offset = 0;
            for (Entry entry : ordered) {
                long end = offset + entry.bytes();
                json.writeObjectPropertyStart(entry.name());
                json.writeStringProperty("dtype", entry.dtype().name());
                json.writeName("shape");
                writeNumbers(json, entry.shape());
                json.writeName("data_offsets");
                writeNumbers(json, List.of(offset, end));
                json.writeEndObject();
                offset = end;
            }
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' ');
        }
        return ByteBuffer.allocate(Long.BYTES + bytes.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.size())
                .put(bytes.toByteArray())
                .flip();
    }

    private static void writeNumbers(JsonGenerator json, List<Long> numbers) {
        json.writeStartArray();
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }
}
