package atelier.engine.sdxl.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fills chunks with tokens for both tokenizers in step, as AUTOMATIC1111's web interface fills
 * them: when a chunk is full and a comma lies at most 20 tokens back, what follows that comma moves
 * to the next chunk, so that descriptions stay whole.
 *
 * <p>The common basis is the {@link Unit}: one token of each tokenizer where both cut a word into
 * equally many (always, for tokenizers of one vocabulary), else the whole word. A unit is never
 * split over chunks, so chunk i covers the same text in both.
 */
final class PromptChunker {

    /**
     * The smallest piece that stays together.
     *
     * @param one its ids in the first tokenizer
     * @param two its ids in the second tokenizer
     * @param comma whether a chunk may end after it
     */
    record Unit(TokenIds one, TokenIds two, boolean comma) {}

    private static final int BACKTRACK = 20;

    private final ClipTokenizer one;
    private final ClipTokenizer two;
    private final int capacity;

    private final List<PromptChunks.Chunk> chunks = new ArrayList<>();
    private List<Unit> current = new ArrayList<>();
    private Fill fill = Fill.EMPTY;

    /** Index of the last comma in the current chunk, and how full the chunk was before it. */
    private int comma = -1;

    private int filledBeforeComma;

    PromptChunker(ClipTokenizer one, ClipTokenizer two) {
        this.one = one;
        this.two = two;
        this.capacity = one.maxLength() - 2;
    }

    /** How many tokens of each tokenizer a chunk holds. */
    private record Fill(int one, int two) {
        static final Fill EMPTY = new Fill(0, 0);

        Fill plus(Unit unit) {
            return new Fill(one + unit.one().length(), two + unit.two().length());
        }

        int larger() {
            return Math.max(one, two);
        }
    }

    /** Appends a unit; each of its sides must fit into a chunk. */
    void add(Unit unit) {
        if (overflows(unit)
                && !unit.comma()
                && comma >= 0
                && fill.larger() - filledBeforeComma <= BACKTRACK) {
            breakAfterComma();
        }
        if (overflows(unit)) {
            breakHere();
        }
        if (unit.comma()) {
            comma = current.size();
            filledBeforeComma = fill.larger();
        }
        append(unit);
    }

    /** Ends the current chunk, even an empty one. */
    void breakHere() {
        chunks.add(
                new PromptChunks.Chunk(
                        framed(one, current.stream().map(Unit::one).toList()),
                        framed(two, current.stream().map(Unit::two).toList())));
        current = new ArrayList<>();
        fill = Fill.EMPTY;
        comma = -1;
    }

    /** What has been added so far. */
    PromptChunks chunks() {
        if (!current.isEmpty() || chunks.isEmpty()) {
            breakHere();
        }
        return new PromptChunks(chunks);
    }

    private boolean overflows(Unit unit) {
        return fill.plus(unit).larger() > capacity;
    }

    private void append(Unit unit) {
        current.add(unit);
        fill = fill.plus(unit);
    }

    private void breakAfterComma() {
        List<Unit> moved = List.copyOf(current.subList(comma + 1, current.size()));
        current = current.subList(0, comma + 1);
        breakHere();
        moved.forEach(this::append);
    }

    private static TokenIds framed(ClipTokenizer tokenizer, List<TokenIds> parts) {
        long[] content = parts.stream().flatMapToLong(p -> Arrays.stream(p.ids())).toArray();
        float[] weights = new float[tokenizer.maxLength()];
        Arrays.fill(weights, 1);
        int position = 1;
        for (TokenIds part : parts) {
            System.arraycopy(part.weights(), 0, weights, position, part.length());
            position += part.length();
        }
        return new TokenIds(tokenizer.framed(content), weights);
    }
}
