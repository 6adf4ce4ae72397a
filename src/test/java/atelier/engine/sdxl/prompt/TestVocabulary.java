package atelier.engine.sdxl.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A byte-level BPE of CLIP's kind with merges of the test's choice, in memory and as files. */
record TestVocabulary(Map<String, Integer> ids, List<String> merges) {

    static TestVocabulary of(String... merges) {
        List<String> tokens = new ArrayList<>();
        for (String end : List.of("", ByteSymbols.END_OF_WORD)) {
            for (String symbol : ByteSymbols.all()) {
                tokens.add(symbol + end);
            }
        }
        for (String merge : merges) {
            tokens.add(merge.replace(" ", ""));
        }
        tokens.add(ClipTokenizer.BEGIN);
        tokens.add(ClipTokenizer.END);
        // The byte that pads the second tokenizer has id 0, as in CLIP's own order.
        tokens.remove("!");
        tokens.addFirst("!");
        Map<String, Integer> ids = new LinkedHashMap<>();
        tokens.forEach(token -> ids.put(token, ids.size()));
        return new TestVocabulary(ids, List.of(merges));
    }

    BpeModel model() {
        List<BpeModel.SymbolPair> pairs =
                merges.stream()
                        .map(merge -> merge.split(" "))
                        .map(pair -> new BpeModel.SymbolPair(pair[0], pair[1]))
                        .toList();
        return new BpeModel("the test's vocabulary", ids, pairs);
    }

    ClipTokenizer tokenizer(TokenizerSlot slot) {
        return tokenizer(slot, TokenizerConfig.DEFAULT_LENGTH);
    }

    ClipTokenizer tokenizer(TokenizerSlot slot, int maxLength) {
        TokenizerConfig standard = TokenizerConfig.standard(slot);
        return new ClipTokenizer(
                "the test's vocabulary",
                model(),
                new TokenizerConfig(
                        standard.begin(), standard.end(), standard.padding(), maxLength, Map.of()));
    }

    /** Both tokenizers over this vocabulary. */
    SdxlPrompt prompt() {
        return new SdxlPrompt(tokenizer(TokenizerSlot.FIRST), tokenizer(TokenizerSlot.SECOND));
    }

    int id(String token) {
        return ids.get(token);
    }

    /** The tokens of those ids, as the vocabulary writes them. */
    List<String> tokens(long... of) {
        List<String> names = List.copyOf(ids.keySet());
        List<String> tokens = new ArrayList<>();
        for (long id : of) {
            tokens.add(names.get((int) id));
        }
        return tokens;
    }

    /** Writes {@code vocab.json} and {@code merges.txt} and returns the folder. */
    Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(BpeFiles.VOCABULARY), new JsonMapper().writeValueAsString(ids));
            Files.writeString(
                    folder.resolve(BpeFiles.MERGES),
                    "#version: 0.2\n" + String.join("\n", merges) + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
