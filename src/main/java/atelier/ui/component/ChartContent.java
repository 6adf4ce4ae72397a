package atelier.ui.component;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows.
 *
 * @param end of the x axis, which begins at 0
 * @param curves those in front last
 * @param fromZero whether the y axis begins at 0
 * @param now where an upright line stands; null for none
 * @param mark a point that is pointed out; null for none
 */
public record ChartContent(
        double end,
        List<Curve> curves,
        boolean fromZero,
        @Nullable Double now,
        @Nullable Mark mark) {

    private static final double LOWEST_SHARE = 0.01;
    private static final double AIR = 0.06;

    /**
     * A point that is pointed out.
     *
     * @param words beside it
     */
    public record Mark(double x, double y, String words) {}

    /** Copies the list. */
    public ChartContent {
        curves = List.copyOf(curves);
    }

    /** The lowest number of the y axis. */
    double low() {
        return fromZero ? 0 : range()[0];
    }

    /** The highest number of the y axis, above the lowest. */
    double high() {
        return range()[1];
    }

    /** From a hundredth to all but a hundredth, so that a single peak does not flatten the rest. */
    private double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            double[] sorted =
                    DoubleStream.of(curve.y()).filter(Double::isFinite).sorted().toArray();
            if (sorted.length > 0) {
                int cut = (int) (sorted.length * LOWEST_SHARE);
                low = Math.min(low, sorted[cut]);
                high = Math.max(high, sorted[sorted.length - 1 - cut]);
            }
        }
        if (low > high) {
            return new double[] {0, 1};
        }
        double base = fromZero ? 0 : low;
        double air = high > base ? (high - base) * AIR : Math.max(Math.abs(high) * AIR, 1e-9);
        return new double[] {fromZero ? 0 : low - air, high + air};
    }

    /** Whether there is nothing to draw. */
    boolean isEmpty() {
        return curves.stream().allMatch(curve -> Arrays.equals(curve.x(), new double[0]));
    }
}
