package atelier.engine.sdxl.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One word while its symbols are merged: again and again the neighbouring pair of lowest rank, at
 * all its places from left to right. A queue of ranked places and a linked list of symbols make
 * this n log n in the word's bytes, so that a text without any space is no trap.
 */
final class BpeWord {

    /** Which symbols merge. */
    @FunctionalInterface
    interface Merges {
        /** How two neighbouring symbols merge, or nothing. */
        BpeModel.@Nullable Merge of(int left, int right);
    }

    private static final int NONE = -1;

    private final Merges merges;
    private final int[] symbols;
    private final int[] next;
    private final int[] previous;

    /** Rank in the upper half, place in the lower. */
    private final PriorityQueue<Long> queue = new PriorityQueue<>();

    /**
     * @param merges what the model joins
     * @param symbols of the word; merged in place
     */
    BpeWord(Merges merges, int[] symbols) {
        this.merges = merges;
        this.symbols = symbols;
        this.next = new int[symbols.length];
        this.previous = new int[symbols.length];
        for (int i = 0; i < symbols.length; i++) {
            next[i] = i + 1 < symbols.length ? i + 1 : NONE;
            previous[i] = i - 1;
        }
    }

    int[] merged() {
        for (int place = 0; place + 1 < symbols.length; place++) {
            offer(place);
        }
        List<Integer> places = new ArrayList<>();
        for (Long head = queue.peek(); head != null; head = queue.peek()) {
            int rank = rank(head);
            places.clear();
            for (Long entry = head; entry != null && rank(entry) == rank; entry = queue.peek()) {
                places.add(entry.intValue());
                queue.remove();
            }
            places.forEach(place -> mergeAt(place, rank));
        }
        return remaining();
    }

    private static int rank(long entry) {
        return (int) (entry >>> 32);
    }

    private void offer(int place) {
        BpeModel.Merge merge = merges.of(symbols[place], symbols[next[place]]);
        if (merge != null) {
            queue.add((long) merge.rank() << 32 | place);
        }
    }

    /** Merges there, unless an earlier merge has used up one of the two symbols. */
    private void mergeAt(int place, int rank) {
        int right = next[place];
        if (symbols[place] == NONE || right == NONE) {
            return;
        }
        BpeModel.Merge merge = merges.of(symbols[place], symbols[right]);
        if (merge == null || merge.rank() != rank) {
            return;
        }
        symbols[place] = merge.product();
        symbols[right] = NONE;
        next[place] = next[right];
        if (next[place] != NONE) {
            previous[next[place]] = place;
            offer(place);
        }
        if (previous[place] != NONE) {
            offer(previous[place]);
        }
    }

    private int[] remaining() {
        return Arrays.stream(symbols).filter(symbol -> symbol != NONE).toArray();
    }
}
