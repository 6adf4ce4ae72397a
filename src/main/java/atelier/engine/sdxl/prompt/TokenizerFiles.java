package atelier.engine.sdxl.prompt;

import atelier.model.AtelierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the tokenizers of a checkpoint: a diffusers folder brings its own in {@code tokenizer/} and
 * {@code tokenizer_2/}; a single file brings none, and CLIP's files, imported once by {@link
 * TokenizerImport}, serve every such model.
 */
public final class TokenizerFiles {

    private final Path imported;

    /**
     * @param imported the workspace's folder of imported CLIP files, {@code tokenizers/clip}; need
     *     not exist
     */
    public TokenizerFiles(Path imported) {
        this.imported = imported;
    }

    /**
     * Both tokenizers of a model.
     *
     * @param model a diffusers folder or a single file
     * @throws AtelierException if there are none, which says how to import them, or if one is
     *     damaged
     */
    public SdxlPrompt open(Path model) {
        Map<BpeFiles, BpeModel> loaded = new HashMap<>();
        Function<BpeFiles, BpeModel> loader = files -> load(files, loaded);
        return new SdxlPrompt(
                tokenizer(model, TokenizerSlot.FIRST, loader),
                tokenizer(model, TokenizerSlot.SECOND, loader));
    }

    private ClipTokenizer tokenizer(
            Path model, TokenizerSlot slot, Function<BpeFiles, BpeModel> loader) {
        Path own = model.resolve(slot.folder());
        if (Files.isDirectory(own)) {
            return ClipTokenizer.open(own, slot, loader);
        }
        BpeFiles files = BpeFiles.find(imported).orElseThrow(() -> absent(model, slot));
        return new ClipTokenizer(
                imported.toString(), loader.apply(files), TokenizerConfig.standard(slot));
    }

    /** SDXL's two tokenizers share one vocabulary, which is then loaded once. */
    private static BpeModel load(BpeFiles files, Map<BpeFiles, BpeModel> loaded) {
        for (Map.Entry<BpeFiles, BpeModel> other : loaded.entrySet()) {
            if (files.sameContent(other.getKey())) {
                return other.getValue();
            }
        }
        BpeModel model = files.load();
        loaded.put(files, model);
        return model;
    }

    private static AtelierException absent(Path model, TokenizerSlot slot) {
        String why =
                Files.isDirectory(model)
                        ? "has no folder " + slot.folder()
                        : "is a single file, and those carry no tokenizer";
        return new AtelierException(
                "%s %s: import CLIP's vocab.json and merges.txt once with: atelier import-tokenizer DIR"
                        .formatted(model, why));
    }
}
