package atelier.engine.sdxl.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * A prompt as the text encoders take it: one or more chunks, whose hidden states are concatenated
 * along the tokens. The pooled output is that of the first chunk.
 *
 * @param chunks at least one, in order
 */
public record PromptChunks(List<Chunk> chunks) {

    /**
     * The same stretch of text for both encoders: begin, content, end, padding, as many ids as the
     * encoders take at a time. Begin, end and padding weigh 1.
     *
     * @param one for the first encoder
     * @param two for the second encoder, of the same length
     */
    public record Chunk(TokenIds one, TokenIds two) {}

    public PromptChunks {
        chunks = List.copyOf(chunks);
        if (chunks.isEmpty()) {
            throw new IllegalArgumentException("a prompt has at least one chunk");
        }
    }

    /** How many chunks there are. */
    public int count() {
        return chunks.size();
    }

    /** Whether any token is emphasised or muted. */
    public boolean weighted() {
        return chunks.stream().anyMatch(c -> c.one().weighted() || c.two().weighted());
    }

    /** The same with chunks of that kind appended until there are {@code count}. */
    PromptChunks filledTo(int count, Chunk filling) {
        List<Chunk> filled = new ArrayList<>(chunks);
        while (filled.size() < count) {
            filled.add(filling);
        }
        return new PromptChunks(filled);
    }
}
