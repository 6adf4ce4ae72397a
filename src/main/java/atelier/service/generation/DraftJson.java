package atelier.service.generation;

import atelier.model.generation.GenerationDraft;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An order that is not sent off yet, as the text that it is kept as. */
public final class DraftJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private DraftJson() {}

    /** The text of an order. */
    public static String write(Record draft) {
        return JSON.writeValueAsString(draft);
    }

    /** The order of a text; the first one there is where it is none, or another version's. */
    public static GenerationDraft read(String text) {
        return read(text, GenerationDraft.class, GenerationDraft.FIRST);
    }

    /** The order of a text; the first one there is where it is none, or another version's. */
    public static <T extends Record> T read(String text, Class<T> type, T first) {
        if (text.isBlank()) {
            return first;
        }
        try {
            return JSON.readValue(text, type);
        } catch (JacksonException e) {
            return first;
        }
    }
}
