package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The header of a safetensors file: which tensors it holds, where their bytes lie, and its text
 * metadata.
 *
 * <p>Format: 8 bytes little-endian header length, that many bytes of JSON, then the data, row-major
 * and little-endian. Opening reads the header alone and checks every offset against the file's
 * size, so that what opens can be mapped.
 */
public final class SafetensorsFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;
    private final SequencedMap<String, TensorInfo> tensors;
    private final Map<String, String> metadata;

    private SafetensorsFile(
            Path path, SequencedMap<String, TensorInfo> tensors, Map<String, String> metadata) {
        this.path = path;
        this.tensors = Collections.unmodifiableSequencedMap(tensors);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    /**
     * Reads and checks the header.
     *
     * @throws AtelierException if the file cannot be read or is not sound
     */
    public static SafetensorsFile open(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(length, 0);
            ByteBuffer header = ByteBuffer.allocate(Math.toIntExact(length.getLong(0)));
            channel.read(header, 8);
            long data = 8 + length.getLong(0);
            JsonNode json = JSON.readTree(new String(header.array(), StandardCharsets.UTF_8));
            SequencedMap<String, TensorInfo> tensors = new LinkedHashMap<>();
            Map<String, String> metadata = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                if (entry.getKey().equals("__metadata__")) {
                    entry.getValue()
                            .properties()
                            .forEach(e -> metadata.put(e.getKey(), e.getValue().asString()));
                } else {
                    tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), data));
                }
            }
            return new SafetensorsFile(path, tensors, metadata);
        } catch (IOException e) {
            throw new AtelierException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static TensorInfo tensor(String name, JsonNode entry, long data) {
        List<Long> shape = new ArrayList<>();
        entry.get("shape").forEach(extent -> shape.add(extent.asLong()));
        JsonNode offsets = entry.get("data_offsets");
        return new TensorInfo(
                name,
                DType.named(entry.get("dtype").asString()),
                List.copyOf(shape),
                data + offsets.get(0).asLong(),
                data + offsets.get(1).asLong());
    }

    /** Where the file lies. */
    public Path path() {
        return path;
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
