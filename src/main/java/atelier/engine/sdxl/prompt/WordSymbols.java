package atelier.engine.sdxl.prompt;

/** A word as the symbols that are left of it, and how often it was read. */
final class WordSymbols {

    private final int[] symbols;
    private final long count;
    private int length;

    /**
     * @param symbols of the word; changed in place
     */
    WordSymbols(int[] symbols, long count) {
        this.symbols = symbols;
        this.count = count;
        this.length = symbols.length;
    }

    /** Takes two neighbours. */
    @FunctionalInterface
    interface Neighbours {
        void take(int left, int right);
    }

    long count() {
        return count;
    }

    void forEachPair(Neighbours action) {
        for (int i = 0; i + 1 < length; i++) {
            action.take(symbols[i], symbols[i + 1]);
        }
    }

    /** Replaces the pair at all its places, from left to right, by one symbol. */
    void merge(int left, int right, int product) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            boolean found = symbols[i] == left && i + 1 < length && symbols[i + 1] == right;
            symbols[kept++] = found ? product : symbols[i];
            i += found ? 1 : 0;
        }
        length = kept;
    }
}
