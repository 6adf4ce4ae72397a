package atelier.service.training;

/**
 * The loss without its ups and downs: the mean of what came before, each value counting less than
 * the one after it, as Adam's first moment with its correction for the beginning (Kingma and Ba
 * 2015).
 */
final class SmoothedLoss {

    private static final int PART = 20;
    private static final long LEAST = 5;
    private static final long MOST = 100;

    private final double kept;
    private double sum;
    private double weight;

    /**
     * @param steps of the whole run, a twentieth of which it looks back on, 5 to 100
     */
    SmoothedLoss(long steps) {
        this.kept = 1 - 1.0 / Math.clamp(steps / PART, LEAST, MOST);
    }

    /** The mean with one more value. */
    double add(double loss) {
        sum = kept * sum + (1 - kept) * loss;
        weight = kept * weight + (1 - kept);
        return sum / weight;
    }
}
