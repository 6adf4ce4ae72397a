package atelier.engine.weights;

import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a tokenizer's folder that stand beside its vocabulary: {@code
 * special_tokens_map.json} and {@code tokenizer_config.json}, as transformers writes them for CLIP.
 */
public final class TokenizerSettings {

    /** The token before a text. */
    public static final String BEGIN = "<|startoftext|>";

    /** The token after a text, with which SDXL's first tokenizer pads, too. */
    public static final String END = "<|endoftext|>";

    /** SDXL's second tokenizer pads with the token 0. */
    public static final String SECOND_PADDING = "!";

    private static final int LENGTH = 77;

    private TokenizerSettings() {}

    /**
     * Writes both files.
     *
     * @param folder must exist
     * @param padding the token that fills a text up
     * @throws atelier.model.AtelierException if the folder cannot be written or is full
     */
    public static void write(Path folder, String padding) {
        ObjectNode tokens = new JsonMapper().createObjectNode();
        tokens.put("bos_token", BEGIN)
                .put("eos_token", END)
                .put("pad_token", padding)
                .put("unk_token", END);
        ConfigFiles.replace(folder.resolve("special_tokens_map.json"), tokens);
        ObjectNode config = tokens.deepCopy();
        config.put("add_prefix_space", false)
                .put("clean_up_tokenization_spaces", true)
                .put("do_lower_case", true)
                .put("errors", "replace")
                .put("model_max_length", LENGTH)
                .put("tokenizer_class", "CLIPTokenizer");
        ConfigFiles.replace(folder.resolve("tokenizer_config.json"), config);
    }
}
