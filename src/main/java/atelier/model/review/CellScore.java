package atelier.model.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a cell.
 *
 * @param values of each measure that there is
 * @param quality of the subject, 0 to 1; null where no measure of it is there
 * @param nearest training picture; null where none are known
 * @param copies whether it is nearer to that one than any two training pictures are to each other
 * @param faceless whether no face is to be seen in it; false, too, where nobody looked
 * @param toBaseline peak signal-to-noise ratio to the same cell without an adapter, in decibels;
 *     null for the baseline itself, and where the two are equal
 */
public record CellScore(
        Map<Metric, Double> values,
        @Nullable Double quality,
        @Nullable NearestPicture nearest,
        boolean copies,
        boolean faceless,
        @Nullable Double toBaseline) {

    /** Copies the values. */
    public CellScore {
        values = Map.copyOf(values);
    }

    /** Where nobody looked for faces. */
    public CellScore(
            Map<Metric, Double> values,
            @Nullable Double quality,
            @Nullable NearestPicture nearest,
            boolean copies,
            @Nullable Double toBaseline) {
        this(values, quality, nearest, copies, false, toBaseline);
    }

    /** The same with another quality. */
    public CellScore withQuality(@Nullable Double other) {
        return new CellScore(values, other, nearest, copies, faceless, toBaseline);
    }
}
