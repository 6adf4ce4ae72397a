package atelier.engine.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries of configurations that go before those a model brings or those told from its tensors. */
final class ConfigOverrides {

    /** Nothing is overridden. */
    static final ConfigOverrides NONE = new ConfigOverrides("", Map.of());

    private static final String SCHEDULER = "scheduler";

    private final String where;
    private final Map<String, JsonNode> configs;

    private ConfigOverrides(String where, Map<String, JsonNode> configs) {
        this.where = where;
        this.configs = configs;
    }

    /**
     * Where the configurations of a single file may lie: beside it, {@code
     * model.safetensors.config.json}.
     */
    static Path besideFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".config.json");
    }

    /** In words, where a network's configuration goes for a single file. */
    static String placeBeside(Path file, Component component) {
        return "%s under \"%s\"".formatted(besideFile(file), component.folder());
    }

    /** The configurations beside a single file; none if there is no such file. */
    static ConfigOverrides beside(Path file) {
        Path beside = besideFile(file);
        return Files.exists(beside) ? read(beside) : NONE;
    }

    /** Those of a JSON file with an object per network, or of a diffusers folder. */
    static ConfigOverrides read(Path path) {
        Map<String, JsonNode> configs = new HashMap<>();
        if (!Files.isDirectory(path)) {
            for (Map.Entry<String, JsonNode> entry : ConfigReader.json(path).properties()) {
                configs.put(entry.getKey(), entry.getValue());
            }
            return new ConfigOverrides(path.toString(), configs);
        }
        for (Component component : Component.values()) {
            JsonNode config = DiffusersFolder.config(path.resolve(component.folder()));
            if (config != null) {
                configs.put(component.folder(), config);
            }
        }
        Path scheduler = path.resolve(SCHEDULER).resolve("scheduler_config.json");
        if (Files.exists(scheduler)) {
            configs.put(SCHEDULER, ConfigReader.json(scheduler));
        }
        return new ConfigOverrides(path.toString(), configs);
    }

    /** Replaces the entries of a network's configuration that are overridden. */
    void applyTo(ObjectNode config, Component component) {
        if (configs.get(component.folder()) instanceof ObjectNode override) {
            config.setAll(override);
        }
    }

    /** The scheduler's configuration; null if it is not overridden. */
    @Nullable JsonNode scheduler() {
        return configs.get(SCHEDULER);
    }

    /** The file or folder they came from. */
    String where() {
        return where;
    }
}
