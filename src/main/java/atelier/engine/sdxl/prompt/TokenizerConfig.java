package atelier.engine.sdxl.prompt;

import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a tokenizer needs besides its vocabulary.
 *
 * @param begin the token before the text
 * @param end the token after the text
 * @param padding the token that fills the rest
 * @param maxLength tokens in all, begin and end included
 * @param added tokens beyond the vocabulary (textual inversion brings them) and their ids
 */
record TokenizerConfig(
        String begin, String end, String padding, int maxLength, Map<String, Integer> added) {

    /** The length of CLIP's text context, where no configuration names another. */
    static final int DEFAULT_LENGTH = 77;

    /** Some configurations hold 10^30 for "no limit", which is not what the encoder can take. */
    private static final int LONGEST = 1 << 16;

    TokenizerConfig {
        added = Map.copyOf(added);
    }

    /** CLIP's own settings, for files without a configuration. */
    static TokenizerConfig standard(TokenizerSlot slot) {
        return new TokenizerConfig(
                ClipTokenizer.BEGIN, ClipTokenizer.END, slot.padding(), DEFAULT_LENGTH, Map.of());
    }

    /**
     * Reads {@code tokenizer_config.json} and {@code special_tokens_map.json}; both may be absent,
     * and the first wins where both speak.
     */
    static TokenizerConfig read(Path folder, TokenizerSlot slot) {
        Path file = folder.resolve("tokenizer_config.json");
        Optional<JsonNode> config = TokenizerJson.readIfPresent(file);
        Optional<JsonNode> tokens =
                TokenizerJson.readIfPresent(folder.resolve("special_tokens_map.json"));
        return new TokenizerConfig(
                token(config, tokens, "bos_token", ClipTokenizer.BEGIN),
                token(config, tokens, "eos_token", ClipTokenizer.END),
                token(config, tokens, "pad_token", slot.padding()),
                config.map(c -> length(file, c.path("model_max_length"))).orElse(DEFAULT_LENGTH),
                config.map(c -> added(file, c.path("added_tokens_decoder"))).orElse(Map.of()));
    }

    private static String token(
            Optional<JsonNode> config, Optional<JsonNode> tokens, String key, String standard) {
        return Stream.of(config, tokens)
                .flatMap(Optional::stream)
                .map(json -> json.path(key))
                .map(value -> value.isObject() ? value.path("content") : value)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse(standard);
    }

    private static int length(Path file, JsonNode value) {
        if (!value.isNumber() || value.asDouble() > LONGEST) {
            return DEFAULT_LENGTH;
        }
        if (!value.isInt() || value.asInt() < 3) {
            throw new AtelierException(
                    "%s gives model_max_length as %s, but a prompt needs room for at least 3 tokens: set it to the text encoder's length, 77 for SDXL."
                            .formatted(file, value));
        }
        return value.asInt();
    }

    private static Map<String, Integer> added(Path file, JsonNode decoder) {
        Map<String, Integer> added = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : decoder.properties()) {
            String content = entry.getValue().path("content").asString("");
            if (content.isEmpty() || !entry.getKey().matches("[0-9]{1,9}")) {
                throw new AtelierException(
                        "%s is damaged: its added_tokens_decoder has the entry %s without an id and a text; get the file again."
                                .formatted(file, entry.getKey()));
            }
            added.put(content, Integer.parseInt(entry.getKey()));
        }
        return added;
    }
}
