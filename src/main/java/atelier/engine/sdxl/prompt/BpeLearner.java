package atelier.engine.sdxl.prompt;

import atelier.engine.sdxl.prompt.BpeModel.SymbolPair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Learns the merges of a byte-level encoding: again and again the pair of neighbouring symbols that
 * is met most often becomes a symbol of its own (Sennrich et al., arXiv 1508.07909, section 3.2).
 * Of pairs met equally often the one with the older symbols goes first, so that the same words give
 * the same merges.
 */
final class BpeLearner {

    private static final int LEAST = 2;

    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<WordSymbols> words = new ArrayList<>();
    private final Map<Long, Long> counts = new HashMap<>();
    private final Map<Long, Set<Integer>> places = new HashMap<>();

    /**
     * @param bytes the tokens of single bytes inside a word and at its end, in the order of their
     *     ids
     * @param words how often each word was read
     */
    BpeLearner(List<String> bytes, SortedMap<String, Long> words) {
        this.tokens = new ArrayList<>(bytes);
        bytes.forEach(token -> ids.put(token, ids.size()));
        String[] symbols = ByteSymbols.all();
        words.forEach((word, count) -> add(symbols, word, count));
    }

    private void add(String[] symbols, String word, long count) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        int[] symbolsOfWord = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            String end = i + 1 < bytes.length ? "" : ByteSymbols.END_OF_WORD;
            symbolsOfWord[i] = tokens.indexOf(symbols[bytes[i] & 0xff] + end);
        }
        int place = words.size();
        words.add(new WordSymbols(symbolsOfWord, count));
        enter(place);
    }

    /**
     * Learns until there are that many tokens, or no pair is met twice.
     *
     * @param size tokens in all, those of the bytes included
     * @return the merges, most urgent first
     */
    List<SymbolPair> learn(int size) {
        List<SymbolPair> merges = new ArrayList<>();
        while (tokens.size() < size) {
            long best = mostFrequent();
            if (counts.getOrDefault(best, 0L) < LEAST) {
                break;
            }
            merges.add(merge(best));
        }
        return merges;
    }

    /** Every token, in the order of the ids. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    private long mostFrequent() {
        long best = Long.MAX_VALUE;
        long most = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            long count = entry.getValue();
            if (count > most || (count == most && entry.getKey() < best)) {
                best = entry.getKey();
                most = count;
            }
        }
        return best;
    }

    private SymbolPair merge(long pair) {
        int left = (int) (pair >>> 32);
        int right = (int) pair;
        SymbolPair merged = new SymbolPair(tokens.get(left), tokens.get(right));
        // Two merges can make the same token in different ways.
        int product =
                ids.computeIfAbsent(
                        merged.left() + merged.right(),
                        token -> {
                            tokens.add(token);
                            return tokens.size() - 1;
                        });
        for (int place : Set.copyOf(places.getOrDefault(pair, Set.of()))) {
            leave(place);
            words.get(place).merge(left, right, product);
            enter(place);
        }
        return merged;
    }

    private void enter(int place) {
        WordSymbols word = words.get(place);
        word.forEachPair((left, right) -> {
            counts.merge(key(left, right), word.count(), Long::sum);
            places.computeIfAbsent(key(left, right), pair -> new HashSet<>()).add(place);
        });
    }

    private void leave(int place) {
        WordSymbols word = words.get(place);
        word.forEachPair((left, right) -> {
            counts.merge(key(left, right), -word.count(), Long::sum);
            places.getOrDefault(key(left, right), new HashSet<>()).remove(place);
        });
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }
}
