package atelier.model.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of all cells of an adapter at a strength, on one base model.
 *
 * @param model name of the base model
 * @param column which adapter and strength
 * @param cells how many were measured, without those of plain prompts
 * @param means of each measure over them
 * @param shares of the ceilings that the means come to
 * @param quality mean over them, 0 to 1; null where it is not known
 * @param leak the gain where nobody asked for the subject over that where somebody did, 0 where it
 *     comes only if asked for; null where there are no plain prompts, or there is no gain
 * @param copies ids of the cells that may copy a training picture
 * @param faceless ids of the cells in which no face is to be seen; none where nobody looked
 */
public record ColumnScore(
        String model,
        Column column,
        int cells,
        Map<Metric, Double> means,
        Map<Metric, Double> shares,
        @Nullable Double quality,
        @Nullable Double leak,
        List<String> copies,
        List<String> faceless) {

    /** More of the gain than this without being asked is a leak. */
    private static final double MOST_LEAK = 0.4;

    /** Copies the collections. */
    public ColumnScore {
        means = Map.copyOf(means);
        shares = Map.copyOf(shares);
        copies = List.copyOf(copies);
        faceless = List.copyOf(faceless);
    }

    /** Where nobody looked for faces. */
    public ColumnScore(
            String model,
            Column column,
            int cells,
            Map<Metric, Double> means,
            Map<Metric, Double> shares,
            @Nullable Double quality,
            @Nullable Double leak,
            List<String> copies) {
        this(model, column, cells, means, shares, quality, leak, copies, List.of());
    }

    /** Whether too much of the subject comes where nobody asked for it. */
    public boolean leaks() {
        return leak != null && leak > MOST_LEAK;
    }
}
