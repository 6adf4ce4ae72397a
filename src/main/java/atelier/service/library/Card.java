package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterRecord;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a thing in the library, as a JSON file beside it, from which the database can be
 * made again.
 *
 * @param <T> a record
 */
final class Card<T> {

    private static final String FORMAT_KEY = "format";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private final Class<T> type;
    private final int format;
    private final Consumer<ObjectNode> upgrade;

    /** Of the first format. */
    Card(Class<T> type) {
        this(type, 1, _ -> {});
    }

    /** Those of characters; the first format knew no archive. */
    static Card<CharacterRecord> ofCharacters() {
        return new Card<>(CharacterRecord.class, 2, Card::outOfNoArchive);
    }

    /** Those of adapters; the first format knew no archive. */
    static Card<AdapterRecord> ofAdapters() {
        return new Card<>(AdapterRecord.class, 2, Card::outOfNoArchive);
    }

    private static void outOfNoArchive(ObjectNode content) {
        content.put("archived", false);
    }

    /**
     * @param format that is written
     * @param upgrade makes of the content of an earlier one what it would be in that
     */
    Card(Class<T> type, int format, Consumer<ObjectNode> upgrade) {
        this.type = type;
        this.format = format;
        this.upgrade = upgrade;
    }

    /** Writes a card whole, replacing one that is there. */
    void write(Path file, T content) {
        ObjectNode node = JSON.createObjectNode();
        node.put(FORMAT_KEY, format);
        node.setAll((ObjectNode) JSON.valueToTree(content));
        byte[] bytes = JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.replace(file, out -> out.write(bytes));
    }

    /**
     * Reads a card.
     *
     * @throws AtelierException if it cannot be read, is damaged, or a newer version wrote it
     */
    T read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            int found = node.path(FORMAT_KEY).asInt(0);
            if (found > format) {
                throw new AtelierException(
                        file
                                + " was written by a newer version of Atelier: open the workspace with that version.");
            }
            // What is no object would be read as nothing at all.
            ObjectNode content = node.asObject();
            if (found < format) {
                upgrade.accept(content);
            }
            return JSON.treeToValue(content, type);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        } catch (JacksonException e) {
            throw new AtelierException(
                    file + " is damaged: put a copy of it back, or remove it.", e);
        }
    }
}
