package atelier.engine.sdxl.prompt;

import atelier.engine.weights.AtomicFile;
import atelier.engine.weights.TokenizerSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A vocabulary with its merges, to be written as the files of a tokenizer.
 *
 * @param tokens in the order of their ids
 * @param merges two tokens and a space between, most urgent first
 */
public record LearnedTokenizer(List<String> tokens, List<String> merges) {

    private static final String VERSION = "#version: 0.2\n";

    /** Keeps copies of the lists. */
    public LearnedTokenizer {
        tokens = List.copyOf(tokens);
        merges = List.copyOf(merges);
    }

    /**
     * Writes {@code vocab.json}, {@code merges.txt}, {@code tokenizer_config.json} and {@code
     * special_tokens_map.json}, the same bytes each time.
     *
     * @param folder must exist
     * @param slot tells the padding
     * @throws atelier.model.AtelierException if the folder cannot be written or is full
     */
    public void write(Path folder, TokenizerSlot slot) {
        SequencedMap<String, Integer> ids = new LinkedHashMap<>();
        tokens.forEach(token -> ids.put(token, ids.size()));
        AtomicFile.write(
                folder.resolve(BpeFiles.VOCABULARY), new JsonMapper().writeValueAsString(ids));
        AtomicFile.write(
                folder.resolve(BpeFiles.MERGES), VERSION + String.join("\n", merges) + "\n");
        TokenizerSettings.write(folder, slot.padding());
    }
}
