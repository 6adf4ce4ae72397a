package atelier.service.generation.metadata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A ComfyUI graph in the form in which it is executed: nodes by number, each with a class and
 * inputs, which are values or links of the form {@code ["number", output]}.
 *
 * <p>Graphs from images may be wrong in every way: links may lead nowhere or in circles. Walks
 * visit each node once and recursions have a limit.
 */
final class ComfyGraph {

    private static final int MOST_HOPS = 32;

    private final SequencedMap<String, Node> nodes;

    private ComfyGraph(SequencedMap<String, Node> nodes) {
        this.nodes = nodes;
    }

    /**
     * One node.
     *
     * @param id its number, which may be any text
     * @param type its class
     * @param inputs values and links by name
     */
    record Node(String id, String type, JsonNode inputs) {

        /** Whether it has that input, as a value or a link. */
        boolean has(String input) {
            return inputs.has(input);
        }

        /** The node that an input is linked to; null where it is a value. */
        @Nullable String link(String input) {
            return linked(inputs.path(input));
        }
    }

    /** The graph; null where the JSON is none. */
    static @Nullable ComfyGraph of(JsonNode json) {
        SequencedMap<String, Node> nodes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String type = Json.text(entry.getValue(), "class_type");
            JsonNode inputs = entry.getValue().path("inputs");
            if (type != null && inputs.isObject()) {
                nodes.put(entry.getKey(), new Node(entry.getKey(), type, inputs));
            }
        }
        return nodes.isEmpty() ? null : new ComfyGraph(nodes);
    }

    private static @Nullable String linked(JsonNode value) {
        if (!value.isArray() || value.size() != 2 || !value.path(1).isIntegralNumber()) {
            return null;
        }
        JsonNode id = value.path(0);
        return id.isString() || id.isIntegralNumber() ? id.asString() : null;
    }

    /** The node behind an input; null where that is a value or leads nowhere. */
    @Nullable Node source(Node node, String input) {
        String id = node.link(input);
        return id == null ? null : nodes.get(id);
    }

    /** Nodes whose output nobody takes, those that save or show images first. */
    List<Node> ends() {
        Set<String> taken = new HashSet<>();
        for (Node node : nodes.values()) {
            for (JsonNode input : node.inputs()) {
                String id = linked(input);
                if (id != null) {
                    taken.add(id);
                }
            }
        }
        List<Node> ends = new ArrayList<>();
        nodes.values().stream().filter(n -> !taken.contains(n.id())).forEach(ends::add);
        ends.sort((a, b) -> Boolean.compare(savesImages(b), savesImages(a)));
        return ends.isEmpty() ? List.copyOf(nodes.values()) : ends;
    }

    private static boolean savesImages(Node node) {
        return node.type().contains("Save") || node.type().contains("Preview");
    }

    /**
     * The nearest node upstream.
     *
     * @param start where to begin; it is not looked at itself
     * @param wanted what to look for
     * @param follow which inputs to go along
     * @return null where there is none
     */
    @Nullable Node upstream(Node start, Predicate<Node> wanted, BiPredicate<Node, String> follow) {
        Set<String> seen = new HashSet<>(Set.of(start.id()));
        Deque<Node> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            for (String input : node.inputs().propertyNames()) {
                Node next = follow.test(node, input) ? source(node, input) : null;
                if (next != null && seen.add(next.id())) {
                    if (wanted.test(next)) {
                        return next;
                    }
                    queue.add(next);
                }
            }
        }
        return null;
    }

    /**
     * The value of the first of these inputs that has one; where it is linked, the value of the
     * node behind, such as a number or text that stands in a node of its own.
     *
     * @param usable which values count
     * @return null where there is none
     */
    @Nullable JsonNode value(Node node, Predicate<JsonNode> usable, String... inputs) {
        return value(node, usable, List.of(inputs), 0);
    }

    private @Nullable JsonNode value(
            Node node, Predicate<JsonNode> usable, List<String> inputs, int hops) {
        for (String input : inputs) {
            JsonNode value = node.inputs().path(input);
            if (usable.test(value)) {
                return value;
            }
            Node behind = hops < MOST_HOPS ? source(node, input) : null;
            if (behind != null) {
                return value(
                        behind, usable, List.copyOf(behind.inputs().propertyNames()), hops + 1);
            }
        }
        return null;
    }

    /** How many nodes there are of those wanted. */
    long count(Predicate<Node> wanted) {
        return nodes.values().stream().filter(wanted).count();
    }
}
