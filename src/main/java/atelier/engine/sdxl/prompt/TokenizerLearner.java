package atelier.engine.sdxl.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Learns a tokenizer of CLIP's kind from texts, cleaned and cut into words as it will cut them
 * itself. Any text has an encoding: what was never read falls apart into pieces, at worst into
 * bytes.
 */
public final class TokenizerLearner {

    private static final int SPECIALS = 2;

    /** The fewest tokens: each byte inside and at the end of a word, begin and end of a text. */
    public static final int LEAST = 2 * 256 + SPECIALS;

    private TokenizerLearner() {}

    /**
     * Learns.
     *
     * @param texts their order does not matter
     * @param size tokens in all, at least {@link #LEAST}; fewer come of texts that repeat nothing
     * @throws IllegalArgumentException if the size is too small
     */
    public static LearnedTokenizer learn(Stream<String> texts, int size) {
        if (size < LEAST) {
            throw new IllegalArgumentException("a vocabulary of " + size + " tokens");
        }
        WordSplitter splitter = new WordSplitter(List.of(ClipTokenizer.BEGIN, ClipTokenizer.END));
        SortedMap<String, Long> words = new TreeMap<>();
        texts.forEach(
                text -> splitter.split(text).forEach(word -> words.merge(word, 1L, Long::sum)));
        BpeLearner learner = new BpeLearner(bytes(), words);
        List<BpeModel.SymbolPair> merges = learner.learn(size - SPECIALS);
        List<String> tokens = new ArrayList<>(learner.tokens());
        // The highest ids, since a text encoder finds the end of a text by them.
        tokens.add(ClipTokenizer.BEGIN);
        tokens.add(ClipTokenizer.END);
        return new LearnedTokenizer(
                tokens, merges.stream().map(pair -> pair.left() + " " + pair.right()).toList());
    }

    /** In CLIP's order: the visible bytes first, so that {@code !}, which pads, has the id 0. */
    private static List<String> bytes() {
        List<String> inner = Stream.of(ByteSymbols.all()).sorted().toList();
        return Stream.of("", ByteSymbols.END_OF_WORD)
                .flatMap(end -> inner.stream().map(symbol -> symbol + end))
                .toList();
    }
}
