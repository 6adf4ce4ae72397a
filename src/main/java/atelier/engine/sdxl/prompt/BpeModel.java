package atelier.engine.sdxl.prompt;

import atelier.model.AtelierException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Byte-level byte-pair encoding: a vocabulary and the ranked merges that build its tokens from
 * bytes (Sennrich et al., arXiv 1508.07909), with CLIP's mark {@code </w>} on the last byte of a
 * word. Every word has an encoding, whatever its bytes. Immutable.
 */
final class BpeModel {

    /** Joins two symbols into {@code product}; the lowest rank goes first. */
    record Merge(int rank, int product) {}

    /** Two symbols that one merge joins. */
    record SymbolPair(String left, String right) {}

    private final Map<String, Integer> ids;
    private final int[] inner = new int[256];
    private final int[] last = new int[256];
    private final Map<Long, Merge> merges;
    private final int size;

    /**
     * @param source the files as the user knows them, for messages
     * @param vocabulary token to id
     * @param pairs the merges, most urgent first
     * @throws AtelierException unless the two make up one byte-level BPE
     */
    BpeModel(String source, Map<String, Integer> vocabulary, List<SymbolPair> pairs) {
        this.ids = Map.copyOf(vocabulary);
        this.size = checkedSize(source, ids);
        String[] symbols = ByteSymbols.all();
        for (int b = 0; b < 256; b++) {
            inner[b] = byteId(source, symbols[b]);
            last[b] = byteId(source, symbols[b] + ByteSymbols.END_OF_WORD);
        }
        this.merges = HashMap.newHashMap(pairs.size());
        for (int rank = 0; rank < pairs.size(); rank++) {
            SymbolPair pair = pairs.get(rank);
            int left = mergeId(source, pair, pair.left());
            int right = mergeId(source, pair, pair.right());
            int product = mergeId(source, pair, pair.left() + pair.right());
            merges.put(key(left, right), new Merge(rank, product));
        }
    }

    /** One more than the highest id. */
    int size() {
        return size;
    }

    /** The id of a token as the vocabulary writes it. */
    OptionalInt id(String token) {
        Integer id = ids.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The tokens of one word, given as its UTF-8 bytes. */
    int[] encode(byte[] word) {
        int[] symbols = new int[word.length];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = (i + 1 < symbols.length ? inner : last)[word[i] & 0xff];
        }
        return new BpeWord(this::merge, symbols).merged();
    }

    /** How two neighbouring symbols merge, or nothing. */
    @Nullable Merge merge(int left, int right) {
        return merges.get(key(left, right));
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    private static int checkedSize(String source, Map<String, Integer> ids) {
        Set<Integer> seen = new HashSet<>();
        int highest = -1;
        for (Map.Entry<String, Integer> entry : ids.entrySet()) {
            if (!seen.add(entry.getValue())) {
                throw new AtelierException(
                        "%s give the id %d to more than one token: get CLIP's files again."
                                .formatted(source, entry.getValue()));
            }
            highest = Math.max(highest, entry.getValue());
        }
        return highest + 1;
    }

    private int byteId(String source, String symbol) {
        return id(symbol)
                .orElseThrow(() ->
                        new AtelierException(
                                "%s lack the byte token %s and so are no vocabulary of CLIP: get CLIP's files again."
                                        .formatted(source, symbol)));
    }

    private int mergeId(String source, SymbolPair pair, String token) {
        return id(token)
                .orElseThrow(() ->
                        new AtelierException(
                                "%s do not belong together, since the merge of %s and %s needs the token %s, which the vocabulary lacks: get both files from one model."
                                        .formatted(source, pair.left(), pair.right(), token)));
    }
}
