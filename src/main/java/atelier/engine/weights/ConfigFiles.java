package atelier.engine.weights;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes configurations as people and other programs like to read them. */
final class ConfigFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private ConfigFiles() {}

    /** Writes the file whole, replacing one that is there. */
    static void replace(Path file, JsonNode json) {
        AtomicFile.write(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }
}
