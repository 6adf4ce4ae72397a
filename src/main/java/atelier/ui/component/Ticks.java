package atelier.ui.component;

import java.util.ArrayList;
import java.util.List;

/** The round numbers that stand at an axis. */
final class Ticks {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    private Ticks() {}

    /**
     * Round numbers from one end to the other.
     *
     * @param low the lowest number
     * @param high the highest, above it
     * @param most how many there is room for, at least 2
     */
    static List<Double> between(double low, double high, int most) {
        double step = step((high - low) / (most - 1));
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The next round number that is not below. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * power >= least * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }
}
