package atelier.engine.sdxl.prompt;

import atelier.model.AtelierException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * SDXL's two tokenizers side by side: from a prompt to the chunks of ids that the two text encoders
 * take. Safe for use by several threads.
 *
 * <p>A tokenizer that lacks a special token which the other has (an added word of textual
 * inversion) encodes it as an ordinary word.
 */
public final class SdxlPrompt {

    private final ClipTokenizer one;
    private final ClipTokenizer two;
    private final WordSplitter splitter;
    private final OptionalLong comma;

    /**
     * @throws AtelierException if the tokenizers differ in length, as their encoders' states are
     *     joined token by token
     */
    public SdxlPrompt(ClipTokenizer one, ClipTokenizer two) {
        if (one.maxLength() != two.maxLength()) {
            throw new AtelierException(
                    "The model's tokenizers take %d and %d tokens, but SDXL needs the same number of both: set model_max_length in tokenizer and tokenizer_2 alike."
                            .formatted(one.maxLength(), two.maxLength()));
        }
        this.one = one;
        this.two = two;
        this.comma = one.comma();
        Set<String> specials = new HashSet<>(one.specials());
        specials.addAll(two.specials());
        this.splitter = new WordSplitter(specials);
    }

    /** The first encoder's tokenizer. */
    public ClipTokenizer one() {
        return one;
    }

    /** The second encoder's tokenizer. */
    public ClipTokenizer two() {
        return two;
    }

    /**
     * A prompt of any length, with the attention syntax of {@link PromptParser}.
     *
     * @throws AtelierException if nested weights multiply to more than a float holds
     */
    public PromptChunks encode(String prompt) {
        PromptChunker chunker = new PromptChunker(one, two);
        for (PromptPart part : PromptParser.parse(prompt)) {
            switch (part) {
                case PromptPart.Break() -> chunker.breakHere();
                case PromptPart.Text(String text, double weight) ->
                        addText(chunker, text, (float) weight);
            }
        }
        return chunker.chunks();
    }

    /** A prompt and its negative; the shorter is filled up with chunks of the empty prompt. */
    public PromptPair encode(String prompt, String negative) {
        PromptChunks positive = encode(prompt);
        PromptChunks opposed = encode(negative);
        int count = Math.max(positive.count(), opposed.count());
        return new PromptPair(filledTo(count, positive), filledTo(count, opposed));
    }

    /** The same chunks, followed by chunks of the empty prompt until there are {@code count}. */
    public PromptChunks filledTo(int count, PromptChunks chunks) {
        return chunks.filledTo(count, truncated(""));
    }

    /** A text of any length in which brackets and {@code BREAK} mean themselves: a caption. */
    public PromptChunks plain(String text) {
        PromptChunker chunker = new PromptChunker(one, two);
        addText(chunker, text, 1);
        return chunker.chunks();
    }

    /** A text taken literally and cut to one chunk, as diffusers cuts prompts. */
    public PromptChunks.Chunk truncated(String text) {
        return new PromptChunks.Chunk(
                TokenIds.of(one.padded(text), 1), TokenIds.of(two.padded(text), 1));
    }

    private void addText(PromptChunker chunker, String text, float weight) {
        for (String word : splitter.split(text)) {
            addWord(chunker, one.wordIds(word), two.wordIds(word), weight);
        }
    }

    private void addWord(PromptChunker chunker, long[] first, long[] second, float weight) {
        int capacity = one.maxLength() - 2;
        int longer = Math.max(first.length, second.length);
        // Of a word that fits into no chunk, equally long stretches stay together.
        int step = first.length == second.length ? 1 : capacity;
        for (int begin = 0; begin < longer; begin += step) {
            long[] a = slice(first, begin, step);
            long[] b = slice(second, begin, step);
            boolean isComma = a.length == 1 && comma.isPresent() && a[0] == comma.getAsLong();
            chunker.add(
                    new PromptChunker.Unit(
                            TokenIds.of(a, weight), TokenIds.of(b, weight), isComma));
        }
    }

    private static long[] slice(long[] ids, int begin, int length) {
        return Arrays.copyOfRange(
                ids, Math.min(begin, ids.length), Math.min(begin + length, ids.length));
    }
}
