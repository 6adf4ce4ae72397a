package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.library.FileHashes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps hashes in a small JSON file, by path. An entry counts only as long as the file bears the
 * stamp it was hashed with; one whose file is gone is dropped when the next is added.
 */
final class HashStore {

    private static final Logger LOGGER = LoggerFactory.getLogger(HashStore.class);

    private final Path file;

    HashStore(Path file) {
        this.file = file;
    }

    /** The hashes of a file that bears that stamp. */
    synchronized Optional<FileHashes> find(Path path, FileStamp stamp) {
        JsonNode entry = read().path(key(path));
        boolean same =
                entry.path("size").asLong(-1) == stamp.size()
                        && entry.path("modified").asString("").equals(stamp.modified().toString())
                        && entry.path("key").asString("").equals(stamp.key());
        @Nullable String data =
                entry.path("data").isString() ? entry.path("data").asString() : null;
        return same && entry.path("sha256").isString()
                ? Optional.of(new FileHashes(entry.path("sha256").asString(), data))
                : Optional.empty();
    }

    /** Adds the hashes of a file that bears that stamp. */
    synchronized void put(Path path, FileStamp stamp, FileHashes hashes) {
        ObjectNode kept = new JsonMapper().createObjectNode();
        for (Map.Entry<String, JsonNode> entry : read().properties()) {
            if (Files.exists(Path.of(entry.getKey()))) {
                kept.set(entry.getKey(), entry.getValue());
            }
        }
        kept.putObject(key(path))
                .put("size", stamp.size())
                .put("modified", stamp.modified().toString())
                .put("key", stamp.key())
                .put("sha256", hashes.sha256())
                .put("data", hashes.dataSha256());
        ConfigFiles.replace(file, kept);
    }

    private JsonNode read() {
        try {
            return Files.exists(file)
                    ? ConfigReader.json(file)
                    : new JsonMapper().createObjectNode();
        } catch (AtelierException e) {
            // Everything in it can be computed anew.
            LOGGER.warn("Starting a new store of hashes", e);
            return new JsonMapper().createObjectNode();
        }
    }

    private static String key(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
