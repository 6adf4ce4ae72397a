package atelier.engine.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One network of a model, its tensors checked against its configuration.
 *
 * @param tensors by diffusers name, in the order in which the network computes
 * @param config in diffusers' form
 * @param where the file that the configuration came from
 * @param advice what to do about a wrong entry in it
 */
record Network(
        SequencedMap<String, WeightSource> tensors,
        ObjectNode config,
        String where,
        String advice) {

    /**
     * Where a network's configuration comes from.
     *
     * @param own the one that it brings; null to tell it from the tensors
     * @param overrides what goes before it, the later before the earlier
     * @param model the file or folder, for messages
     * @param place where it is, or could be put, for messages
     */
    record Origin(
            @Nullable JsonNode own, List<ConfigOverrides> overrides, String model, String place) {}

    /**
     * Puts a network together.
     *
     * @param source its tensors
     * @param pooled width of the pooled text; null where it is not known
     * @param problems takes what is wrong with the tensors
     */
    static Network of(
            NetworkSource source,
            Origin origin,
            @Nullable Integer pooled,
            TensorProblems problems) {
        JsonNode own = origin.own();
        ObjectNode config =
                own instanceof ObjectNode given
                        ? given.deepCopy()
                        : inferred(source, pooled, origin.model());
        origin.overrides().forEach(override -> override.applyTo(config, source.component()));
        String where = own == null ? origin.model() : origin.place();
        String advice =
                own == null
                        ? "it cannot be told from the tensors, so put it into "
                                + origin.place()
                                + "."
                        : "copy it again from where the model came from.";
        Map<String, List<Long>> shapes = shapes(source.component(), config, where, advice);
        problems.compare(source, shapes);
        SequencedMap<String, WeightSource> tensors = new LinkedHashMap<>();
        for (String name : shapes.keySet()) {
            WeightSource tensor = source.tensors().get(name);
            if (tensor != null) {
                tensors.put(name, tensor);
            }
        }
        return new Network(Collections.unmodifiableSequencedMap(tensors), config, where, advice);
    }

    private static ObjectNode inferred(
            NetworkSource source, @Nullable Integer pooled, String where) {
        ConfigInference inference = new ConfigInference(source.shapes(), where);
        return switch (source.component()) {
            case UNET -> inference.unet(pooled);
            case VAE -> inference.vae();
            case TEXT_ENCODER_1, TEXT_ENCODER_2 -> inference.textEncoder(source.component());
        };
    }

    private static Map<String, List<Long>> shapes(
            Component component, JsonNode config, String where, String advice) {
        return switch (component) {
            case UNET -> UNetShapes.of(ConfigReader.unet(config, where, advice));
            case VAE -> VaeShapes.of(ConfigReader.vae(config, where, advice));
            case TEXT_ENCODER_1, TEXT_ENCODER_2 ->
                    TextEncoderShapes.of(ConfigReader.textEncoder(config, where, advice));
        };
    }

    UNetConfig unet() {
        return ConfigReader.unet(config, where, advice);
    }

    VaeConfig vae() {
        return ConfigReader.vae(config, where, advice);
    }

    TextEncoderConfig textEncoder() {
        return ConfigReader.textEncoder(config, where, advice);
    }
}
