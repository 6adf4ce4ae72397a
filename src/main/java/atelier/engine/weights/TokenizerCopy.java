package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a diffusers folder its two tokenizers. */
final class TokenizerCopy {

    private static final List<String> NAMES =
            List.of(
                    "vocab.json",
                    "merges.txt",
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "added_tokens.json");

    private TokenizerCopy() {}

    /**
     * Copies the tokenizers.
     *
     * @param from a diffusers folder, or one folder with CLIP's files for both; null copies nothing
     * @param to the new diffusers folder
     * @return whether both are there now
     * @throws AtelierException if there are no such files
     */
    static boolean copy(@Nullable Path from, Path to) {
        if (from == null) {
            return false;
        }
        try {
            copy(from, to.resolve("tokenizer"), TokenizerSettings.END);
            copy(from, to.resolve("tokenizer_2"), TokenizerSettings.SECOND_PADDING);
            return true;
        } catch (IOException e) {
            throw WeightFileErrors.writing(to, e);
        }
    }

    private static void copy(Path from, Path to, String padding) throws IOException {
        Path own = from.resolve(to.getFileName());
        Path folder = Files.isDirectory(own) ? own : from;
        if (!Files.exists(folder.resolve("vocab.json"))
                && !Files.exists(folder.resolve("tokenizer.json"))) {
            throw new AtelierException(
                    folder
                            + " holds no tokenizer: name a folder with CLIP's vocab.json and merges.txt.");
        }
        Files.createDirectories(to);
        for (String name : NAMES) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), to.resolve(name));
            }
        }
        // A folder that serves both tokenizers can say nothing about what tells them apart.
        if (folder.equals(from) || !Files.exists(to.resolve("tokenizer_config.json"))) {
            TokenizerSettings.write(to, padding);
        }
    }
}
