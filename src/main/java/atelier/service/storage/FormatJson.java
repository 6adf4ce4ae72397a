package atelier.service.storage;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON files whose {@code format} tells whether they are known. */
public final class FormatJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                    .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private FormatJson() {}

    /** Writes the file whole, replacing one that is there. */
    public static void write(Path file, Record content) {
        byte[] bytes = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.replace(file, out -> out.write(bytes));
    }

    /**
     * Reads a file.
     *
     * @param newest format that is known
     * @throws AtelierException if it cannot be read, is of a newer format, or is no such file
     */
    public static <T extends Record> T read(Path file, Class<T> type, int newest) {
        return read(file, type, newest, content -> {});
    }

    /**
     * The same of a file that may be of an earlier format.
     *
     * @param upgrade makes of one what it would be in the newest
     */
    public static <T extends Record> T read(
            Path file, Class<T> type, int newest, Consumer<ObjectNode> upgrade) {
        try {
            return parse(file.toString(), Files.readString(file), type, newest, upgrade);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /**
     * The same of a text.
     *
     * @param name of where it lies, for failures
     */
    public static <T extends Record> T parse(String name, String text, Class<T> type, int newest) {
        return parse(name, text, type, newest, content -> {});
    }

    private static <T extends Record> T parse(
            String name, String text, Class<T> type, int newest, Consumer<ObjectNode> upgrade) {
        try {
            JsonNode content = JSON.readTree(text);
            int format = content.path("format").asInt(0);
            if (format > newest) {
                throw new AtelierException(
                        "%s was written by a newer version of Atelier (format %d, and this one knows %d): go on with that version."
                                .formatted(name, format, newest));
            }
            if (format < newest && content instanceof ObjectNode old) {
                upgrade.accept(old);
            }
            return JSON.treeToValue(content, type);
        } catch (JacksonException e) {
            throw new AtelierException(
                    "%s is damaged: put a copy of it back, or begin anew in another folder."
                            .formatted(name),
                    e);
        }
    }
}
