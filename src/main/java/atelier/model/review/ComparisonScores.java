package atelier.model.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of a comparison.
 *
 * @param metrics the measures that there are, in the order to show
 * @param ceilings what the references reach among themselves, each against those left; only of
 *     measures of the subject, and where there are two references at least
 * @param references how many there are
 * @param cells by their ids; only those that are made
 * @param columns one for each base model and column
 * @param remarks what is not measured and why, one sentence each
 */
public record ComparisonScores(
        List<Metric> metrics,
        Map<Metric, Double> ceilings,
        int references,
        Map<String, CellScore> cells,
        List<ColumnScore> columns,
        List<String> remarks) {

    /** Copies the collections. */
    public ComparisonScores {
        metrics = List.copyOf(metrics);
        ceilings = Map.copyOf(ceilings);
        cells = Map.copyOf(cells);
        columns = List.copyOf(columns);
        remarks = List.copyOf(remarks);
    }

    /** The adapter whose cells show the subject best; empty where that is not known. */
    public Optional<ColumnScore> best() {
        return columns.stream()
                .filter(score -> !score.column().isBaseline() && score.quality() != null)
                .max(Comparator.comparingDouble(ComparisonScores::quality));
    }

    /** Whether its base model shows the subject better without any adapter. */
    public boolean isBelowPlain(ColumnScore score) {
        return columns.stream()
                .anyMatch(other ->
                        other.column().isBaseline()
                                && other.model().equals(score.model())
                                && quality(other) > quality(score));
    }

    private static double quality(ColumnScore score) {
        Double quality = score.quality();
        return quality == null ? 0 : quality;
    }
}
