package atelier.engine.lora;

import atelier.engine.weights.SafetensorsFile;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scales of an adapter that keeps them in its metadata: diffusers' {@code
 * lora_adapter_metadata}, PEFT's configuration of each network under the network's name.
 */
final class PeftConfig {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode config;

    private PeftConfig(JsonNode config) {
        this.config = config;
    }

    /** That of a file; without entries where the file has none, or none that can be read. */
    static PeftConfig of(SafetensorsFile file) {
        String text = file.metadata().getOrDefault("lora_adapter_metadata", "{}");
        try {
            return new PeftConfig(JSON.readTree(text));
        } catch (JacksonException e) {
            return new PeftConfig(JSON.createObjectNode());
        }
    }

    /**
     * The alpha that makes alpha / rank the layer's scale; empty where nothing is said.
     *
     * @param rank the layer's
     */
    OptionalDouble alpha(LayerName layer, int rank) {
        String network = layer.network().dottedPrefix();
        JsonNode alpha =
                pattern(config.path(network + "alpha_pattern"), layer.path())
                        .orElse(config.path(network + "lora_alpha"));
        if (!alpha.isNumber()) {
            return OptionalDouble.empty();
        }
        boolean stabilised = config.path(network + "use_rslora").asBoolean(false);
        return OptionalDouble.of(alpha.asDouble() * (stabilised ? Math.sqrt(rank) : 1));
    }

    /** Patterns are ends of module paths. */
    private static Optional<JsonNode> pattern(JsonNode patterns, String path) {
        return patterns.propertyStream()
                .filter(entry -> path.equals(entry.getKey()) || path.endsWith("." + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
