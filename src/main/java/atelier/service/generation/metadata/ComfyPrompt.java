package atelier.service.generation.metadata;

import atelier.service.generation.metadata.ComfyGraph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gathers the text that stands behind one conditioning input of a sampler, positive or negative.
 */
final class ComfyPrompt {

    private static final int DEEPEST = 100;

    /** Inputs of nodes that combine conditionings which are no conditionings. */
    private static final Set<String> OTHERS =
            Set.of(
                    "model",
                    "clip",
                    "vae",
                    "image",
                    "pixels",
                    "mask",
                    "control_net",
                    "latent",
                    "latent_image",
                    "samples",
                    "clip_vision_output");

    /** Inputs that hold the text of a node, the surest first. */
    private static final List<String> TEXTS =
            List.of("populated_text", "text", "text_g", "prompt", "string", "value", "Text");

    private final ComfyGraph graph;
    private final String role;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private boolean zeroed;
    private boolean differs;

    /**
     * Gathers at once.
     *
     * @param sampler the node to start from
     * @param role the name of its input: "positive" or "negative"
     */
    ComfyPrompt(ComfyGraph graph, Node sampler, String role) {
        this.graph = graph;
        this.role = role;
        gather(sampler, role, 0);
    }

    /** The text; null where none was found. */
    @Nullable String text() {
        return texts.isEmpty() ? null : String.join(", ", texts);
    }

    /** Whether the conditioning is not that of a text but zeros. */
    boolean isZeroed() {
        return zeroed;
    }

    /** Whether the two text encoders were given different texts, of which only one is taken. */
    boolean hasSecondText() {
        return differs;
    }

    private void gather(Node from, String input, int depth) {
        Node node = graph.source(from, input);
        if (node == null || depth > DEEPEST || !seen.add(node.id())) {
            return;
        }
        if (node.type().equals("ConditioningZeroOut")) {
            zeroed = true;
        } else if (node.has(role)) {
            // A node that passes both conditionings on, or holds both texts.
            gatherRole(node, depth);
        } else if (!gatherText(node, depth)) {
            for (String name : node.inputs().propertyNames()) {
                if (!OTHERS.contains(name)) {
                    gather(node, name, depth + 1);
                }
            }
        }
    }

    private void gatherRole(Node node, int depth) {
        JsonNode value = node.inputs().path(role);
        if (value.isString()) {
            texts.add(value.stringValue());
        } else {
            gather(node, role, depth + 1);
        }
    }

    private boolean gatherText(Node node, int depth) {
        String text = textOf(node, depth);
        if (text == null) {
            return false;
        }
        texts.add(text);
        if (node.has("text_g") && node.has("text_l")) {
            JsonNode second = graph.value(node, JsonNode::isString, "text_l");
            differs |= second != null && !second.stringValue().equals(text);
        }
        return true;
    }

    /** The text of a node that holds or joins some; null where it does neither. */
    private @Nullable String textOf(Node node, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        for (String name : TEXTS) {
            String text = inputText(node, name, depth);
            if (text != null) {
                return text;
            }
        }
        List<String> parts = new ArrayList<>();
        for (String name : node.inputs().propertyNames()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("text") || lower.startsWith("string")) {
                String part = inputText(node, name, depth);
                if (part != null && !part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        return parts.isEmpty() ? null : String.join(delimiter(node), parts);
    }

    private @Nullable String inputText(Node node, String name, int depth) {
        JsonNode value = node.inputs().path(name);
        if (value.isString()) {
            return value.stringValue();
        }
        Node behind = graph.source(node, name);
        boolean fresh = behind != null && seen.add(node.id() + "/" + name);
        return behind != null && fresh ? textOf(behind, depth + 1) : null;
    }

    private static String delimiter(Node node) {
        String delimiter = Json.text(node.inputs(), "delimiter");
        String separator = Json.text(node.inputs(), "separator");
        return delimiter != null ? delimiter : separator != null ? separator : ", ";
    }
}
