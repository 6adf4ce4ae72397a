package atelier.engine.lora;

import atelier.model.adapter.TagCount;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads sd-scripts' {@code ss_tag_frequency}: for each folder of the training set how often each
 * tag occurred.
 */
final class TagFrequency {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 20;

    private TagFrequency() {}

    /**
     * The commonest tags of all folders together; none where the text is absent or no such JSON.
     */
    static List<TagCount> top(@Nullable String json) {
        Map<String, Long> counts = new HashMap<>();
        for (JsonNode folder : parse(json)) {
            folder.propertyStream()
                    .filter(tag -> tag.getValue().isIntegralNumber())
                    .forEach(tag ->
                            counts.merge(tag.getKey().strip(), tag.getValue().asLong(), Long::sum));
        }
        return counts.entrySet().stream()
                .filter(tag -> !tag.getKey().isEmpty())
                .map(tag -> new TagCount(tag.getKey(), tag.getValue()))
                .sorted(
                        Comparator.comparingLong(TagCount::count)
                                .reversed()
                                .thenComparing(TagCount::tag))
                .limit(SHOWN)
                .toList();
    }

    private static JsonNode parse(@Nullable String json) {
        try {
            return JSON.readTree(json == null ? "{}" : json);
        } catch (JacksonException e) {
            // A broken remark must not make an adapter unusable.
            return JSON.createObjectNode();
        }
    }
}
