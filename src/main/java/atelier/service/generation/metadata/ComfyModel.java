package atelier.service.generation.metadata;

import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import atelier.service.generation.metadata.ComfyGraph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows a ComfyUI sampler's model back through the adapter loaders to the checkpoint. */
final class ComfyModel {

    private static final List<String> CHECKPOINTS = List.of("ckpt_name", "unet_name");
    private static final String NONE = "None";

    private ComfyModel() {}

    /**
     * Fills in model, adapters and guidance rescale.
     *
     * @param sampler a node with an input "model"
     */
    static void read(SettingsDraft draft, ComfyGraph graph, Node sampler) {
        List<MentionedAdapter> adapters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Node node = graph.source(sampler, "model");
        while (node != null && seen.add(node.id())) {
            adapters.addAll(0, adapters(draft, graph, node));
            if (node.type().equals("RescaleCFG")) {
                draft.guidanceRescale = Json.number(node.inputs().path("multiplier"));
            }
            String checkpoint = checkpoint(graph, node);
            if (checkpoint != null) {
                draft.model = new MentionedFile(ModelNames.withoutFolders(checkpoint), null);
                break;
            }
            node = graph.source(node, "model");
        }
        draft.adapters.addAll(adapters);
    }

    private static @Nullable String checkpoint(ComfyGraph graph, Node node) {
        for (String input : CHECKPOINTS) {
            JsonNode value = graph.value(node, JsonNode::isString, input);
            if (value != null) {
                return value.stringValue();
            }
        }
        return null;
    }

    /** One adapter, several under numbered names, or objects with switch, name and strength. */
    private static List<MentionedAdapter> adapters(
            SettingsDraft draft, ComfyGraph graph, Node node) {
        List<MentionedAdapter> adapters = new ArrayList<>();
        for (Map.Entry<String, JsonNode> input : node.inputs().properties()) {
            String name = input.getKey();
            JsonNode value = input.getValue();
            if (name.startsWith("lora") && value.isObject()) {
                if (value.path("on").asBoolean(true)) {
                    add(adapters, Json.text(value, "lora"), Json.number(value.path("strength")));
                }
            } else if (name.matches("lora(_name)?(_?\\d+)?") && value.isString()) {
                add(adapters, value.stringValue(), strength(graph, node, name));
            }
        }
        remarkOnEncoders(draft, node);
        return adapters;
    }

    private static @Nullable Double strength(ComfyGraph graph, Node node, String lora) {
        String number = lora.replaceFirst("^lora(_name)?_?", "");
        String behind = number.isEmpty() ? "" : "_" + number;
        JsonNode value =
                graph.value(
                        node,
                        JsonNode::isNumber,
                        "strength_model" + behind,
                        "strength" + behind,
                        "model_str" + behind,
                        "lora_wt" + behind,
                        "model_weight" + behind,
                        "lora_model_strength");
        return value == null ? null : Json.number(value);
    }

    private static void add(
            List<MentionedAdapter> adapters, @Nullable String name, @Nullable Double weight) {
        if (name != null && !name.equals(NONE) && !name.isBlank()) {
            adapters.add(
                    new MentionedAdapter(
                            new MentionedFile(ModelNames.withoutFolders(name), null), weight));
        }
    }

    private static void remarkOnEncoders(SettingsDraft draft, Node node) {
        Double model = Json.number(node.inputs().path("strength_model"));
        Double clip = Json.number(node.inputs().path("strength_clip"));
        if (model != null && clip != null && !model.equals(clip)) {
            draft.remarks.add(
                    "An adapter had another weight for the text encoders; that of the UNet is taken.");
        }
    }
}
