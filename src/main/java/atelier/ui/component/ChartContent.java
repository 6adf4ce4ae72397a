package atelier.ui.component;

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

    /**
     * The ends of the y axis.
     *
     * @param high above the low end
     */
    record Range(double low, double high) {}

    /**
     * From a hundredth to all but a hundredth, so that a single peak does not flatten the rest.
     * Sorts every curve, so that it is to be asked for once in a drawing.
     */
    Range range() {
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
            return new Range(0, 1);
        }
        double base = fromZero ? 0 : low;
        double air = high > base ? (high - base) * AIR : Math.max(Math.abs(high) * AIR, 1e-9);
        return new Range(fromZero ? 0 : low - air, high + air);
    }
}
