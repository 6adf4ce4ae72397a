package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entries of a diffusers configuration that do not vary among SDXL models: the ones that the
 * programs here take for granted, and the ones that are only written because other programs expect
 * them.
 */
final class ConfigTemplate {

    static final ConfigTemplate UNET = new ConfigTemplate("unet");
    static final ConfigTemplate VAE = new ConfigTemplate("vae");
    static final ConfigTemplate TEXT_ENCODER = new ConfigTemplate("text_encoder");
    static final ConfigTemplate SCHEDULER = new ConfigTemplate("scheduler");

    private final ObjectNode fixed;
    private final ObjectNode usual;

    private ConfigTemplate(String name) {
        try (InputStream json = ConfigTemplate.class.getResourceAsStream(name + "-config.json")) {
            JsonNode template = new JsonMapper().readTree(json);
            this.fixed = (ObjectNode) template.required("fixed");
            this.usual = (ObjectNode) template.required("usual");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConfigTemplate of(Component component) {
        return switch (component) {
            case UNET -> UNET;
            case VAE -> VAE;
            case TEXT_ENCODER_1, TEXT_ENCODER_2 -> TEXT_ENCODER;
        };
    }

    /** A new configuration with all these entries. */
    ObjectNode config() {
        ObjectNode config = usual.deepCopy();
        config.setAll(fixed);
        return config;
    }

    /**
     * Checks that a configuration has no entry that asks for a network of another kind; one that is
     * missing asks for nothing.
     *
     * @param where the file it came from, for the message
     */
    void requireSupported(JsonNode config, String where) {
        for (Map.Entry<String, JsonNode> entry : fixed.properties()) {
            JsonNode value = config.path(entry.getKey());
            if (!value.isMissingNode() && !value.isNull() && !same(value, entry.getValue())) {
                throw new AtelierException(
                        "%s sets \"%s\" to %s, which is not a kind of SDXL that Atelier runs: use another model."
                                .formatted(where, entry.getKey(), Printable.of(value.toString())));
            }
        }
    }

    private static boolean same(JsonNode value, JsonNode fixed) {
        if (value.isNumber() && fixed.isNumber()) {
            return value.asDouble() == fixed.asDouble();
        }
        return value.equals(fixed);
    }
}
