package atelier.service.prompt;

import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.model.generation.PromptTokens;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Counts the tokens of prompts as a model's text encoders get them. Methods wait for the disk. */
public final class TokenCounter {

    private final TokenizerFiles tokenizers;
    private @Nullable Opened opened;

    private record Opened(Path model, SdxlPrompt prompts) {}

    /**
     * @param imported where CLIP's vocabulary lies, for models that bring none
     */
    public TokenCounter(Path imported) {
        tokenizers = new TokenizerFiles(imported);
    }

    /**
     * Counts; the vocabulary of the last model stays in memory.
     *
     * @throws atelier.model.AtelierException if the model has no tokenizers, or the prompt's
     *     brackets cannot be read
     */
    public synchronized PromptTokens count(Path model, String prompt) {
        Opened at = opened;
        if (at == null || !at.model().equals(model)) {
            at = new Opened(model, tokenizers.open(model));
            opened = at;
        }
        PromptChunks chunks = at.prompts().encode(prompt);
        long end = at.prompts().one().end();
        int used = 0;
        for (PromptChunks.Chunk chunk : chunks.chunks()) {
            long[] ids = chunk.one().ids();
            for (int i = 1; ids[i] != end; i++) {
                used++;
            }
        }
        return new PromptTokens(used, chunks.count() * (at.prompts().one().maxLength() - 2));
    }
}
