package atelier.engine.lora;

import atelier.model.adapter.AdapterDescription;
import atelier.model.adapter.AdapterMethod;
import atelier.model.adapter.Thumbnail;
import atelier.model.generation.PredictionType;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text metadata of an adapter file: sd-scripts' {@code ss_*}, by which other programs recognise
 * and describe it, and the Stability AI model specification 1.0.1.
 *
 * @see <a href="https://github.com/Stability-AI/ModelSpec">the model specification</a>
 */
final class AdapterMetadata {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SPEC = "modelspec.";
    private static final String ARGUMENTS = "ss_network_args";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private AdapterMetadata() {}

    /**
     * sd-scripts' lines: those that every file has, below what the training tells of itself.
     *
     * @param target the file
     * @param told arguments of the network among it come beside those that the layers show
     */
    static SequencedMap<String, String> training(
            Path target, List<TrainedLayer> layers, SequencedMap<String, String> told) {
        String name = String.valueOf(target.getFileName()).replaceFirst("\\.safetensors$", "");
        SequencedMap<String, String> lines = new LinkedHashMap<>();
        TrainedLayer plain =
                commonest(layers.stream().filter(layer -> !layer.hasKernel()).toList());
        TrainedLayer kernel = commonest(layers.stream().filter(TrainedLayer::hasKernel).toList());
        TrainedLayer shown = plain == null ? kernel : plain;
        lines.put("ss_v2", "False");
        lines.put("ss_base_model_version", "sdxl_base_v1-0");
        lines.put("ss_network_module", isLycoris(layers) ? "lycoris.kohya" : "networks.lora");
        lines.put("ss_network_dim", shown == null ? "0" : Integer.toString(shown.rank()));
        lines.put("ss_network_alpha", shown == null ? "0" : Double.toString(shown.alpha()));
        lines.put("ss_output_name", name);
        lines.putAll(told);
        Map<String, String> arguments = arguments(layers.getFirst(), isLycoris(layers), kernel);
        if (told.containsKey(ARGUMENTS)) {
            arguments.putAll(JSON.readValue(told.get(ARGUMENTS), TEXTS));
        }
        lines.put(ARGUMENTS, JSON.writeValueAsString(arguments));
        return lines;
    }

    /** sd-scripts itself trains plain LoRA alone. */
    private static boolean isLycoris(List<TrainedLayer> layers) {
        return layers.stream()
                .anyMatch(layer -> layer.method() != AdapterMethod.LORA || layer.isDecomposed());
    }

    private static Map<String, String> arguments(
            TrainedLayer layer, boolean lycoris, @Nullable TrainedLayer kernel) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (lycoris) {
            arguments.put("algo", layer.method().label().toLowerCase(Locale.ROOT));
        }
        if (kernel != null) {
            arguments.put("conv_dim", Integer.toString(kernel.rank()));
            arguments.put("conv_alpha", Double.toString(kernel.alpha()));
        }
        if (layer.isDecomposed()) {
            arguments.put("dora_wd", "True");
            arguments.put("wd_on_out", "False");
        }
        return arguments;
    }

    /** One of those whose rank and alpha most of them have. */
    private static @Nullable TrainedLayer commonest(List<TrainedLayer> layers) {
        Map<List<Number>, Long> counts =
                layers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        AdapterMetadata::size, Collectors.counting()));
        return layers.stream()
                .max(Comparator.comparing(layer -> counts.getOrDefault(size(layer), 0L)))
                .orElse(null);
    }

    private static List<Number> size(TrainedLayer layer) {
        return List.of(layer.rank(), layer.alpha());
    }

    /** All lines that come beside those of the training. */
    static SequencedMap<String, String> further(
            AdapterDescription description, AdapterHashes hashes) {
        SequencedMap<String, String> lines = new LinkedHashMap<>();
        lines.put("format", "pt");
        lines.put("sshs_model_hash", hashes.model());
        lines.put("sshs_legacy_hash", hashes.legacy());
        lines.putAll(specification(description, hashes));
        return lines;
    }

    /** The model specification's lines. */
    private static SequencedMap<String, String> specification(
            AdapterDescription description, AdapterHashes hashes) {
        SequencedMap<String, String> lines = new LinkedHashMap<>();
        lines.put(SPEC + "sai_model_spec", "1.0.1");
        lines.put(SPEC + "architecture", "stable-diffusion-xl-v1-base/lora");
        lines.put(SPEC + "implementation", "https://github.com/Stability-AI/generative-models");
        lines.put(SPEC + "title", description.title());
        lines.put(SPEC + "resolution", description.resolution());
        put(
                lines,
                "date",
                description.date(),
                date -> date.truncatedTo(ChronoUnit.SECONDS).toString());
        lines.put(
                SPEC + "prediction_type",
                description.prediction() == PredictionType.EPSILON ? "epsilon" : "v");
        put(lines, "author", description.author(), text -> text);
        put(lines, "description", description.text(), text -> text);
        put(lines, "trigger_phrase", description.triggerPhrase(), text -> text);
        put(lines, "thumbnail", description.thumbnail(), Thumbnail::url);
        lines.put(SPEC + "hash_sha256", "0x" + hashes.model());
        return lines;
    }

    private static <T> void put(
            Map<String, String> lines, String key, @Nullable T value, Function<T, String> text) {
        if (value != null) {
            lines.put(SPEC + key, text.apply(value));
        }
    }
}
