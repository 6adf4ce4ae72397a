package atelier.ui.review;

import atelier.model.review.CellScore;
import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.model.review.QualityBand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number that cells and columns can show.
 *
 * @param metric which measure; null for the quality, which is made of several
 */
record ScoreChoice(@Nullable Metric metric) {

    /** The quality. */
    static final ScoreChoice QUALITY = new ScoreChoice(null);

    /** What there is to show, the quality first where it is known. */
    static List<ScoreChoice> of(ComparisonScores scores) {
        List<ScoreChoice> all = new ArrayList<>();
        if (scores.columns().stream().anyMatch(score -> score.quality() != null)) {
            all.add(QUALITY);
        }
        scores.metrics().forEach(metric -> all.add(new ScoreChoice(metric)));
        return all;
    }

    /** The number of a cell; null where it is not known. */
    @Nullable Double of(CellScore score) {
        return metric == null ? score.quality() : score.values().get(metric);
    }

    /** The mean of a column; null where it is not known. */
    @Nullable Double of(ColumnScore score) {
        return metric == null ? score.quality() : score.means().get(metric);
    }

    /**
     * What a number is worth, by how far it comes to what the references reach; null where that is
     * not known.
     */
    @Nullable QualityBand band(double value, ComparisonScores scores) {
        if (metric == null) {
            return QualityBand.of(value);
        }
        Double ceiling = scores.ceilings().get(metric);
        return ceiling == null || ceiling <= 0 ? null : QualityBand.of(value / ceiling);
    }

    /** The key of its name's message. */
    String key() {
        return "review.metric-"
                + (metric == null
                        ? "quality"
                        : metric.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
