package atelier.engine.training.adapters;

/**
 * A number as a product of two, as LyCORIS takes one apart for LoKr.
 *
 * @param smaller of the two, or as large as the other
 * @param larger of the two
 */
record Factors(long smaller, long larger) {

    /**
     * That factor and what is left, where it divides the number; else the two with the least sum
     * whose smaller one is at most that factor.
     *
     * @param factor −1 for no bound
     */
    static Factors of(long number, int factor) {
        if (factor > 0 && number % factor == 0) {
            return new Factors(
                    Math.min(factor, number / factor), Math.max(factor, number / factor));
        }
        long most = factor < 0 ? number : factor;
        long smaller = 1;
        for (long next = 2; next <= most && next * next <= number; next++) {
            if (number % next == 0) {
                smaller = next;
            }
        }
        return new Factors(smaller, number / smaller);
    }
}
