package atelier.service.review.export;

import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scores of each adapter as a table of comma-separated values. */
final class ColumnTable {

    private ColumnTable() {}

    /**
     * Writes it.
     *
     * @throws atelier.model.AtelierException if it cannot be written
     */
    static void write(ComparisonScores scores, Path file) {
        List<String> heads =
                new ArrayList<>(List.of("model", "adapter", "training_step", "strength", "cells"));
        for (Metric metric : scores.metrics()) {
            heads.add(CommaTable.head(metric.label()));
            heads.add(CommaTable.head(metric.label()) + "_of_ceiling");
        }
        heads.addAll(List.of("quality", "leak", "copies", "no_face"));
        List<List<String>> lines = new ArrayList<>(List.of(heads));
        scores.columns().forEach(score -> lines.add(values(scores, score)));
        CommaTable.write(file, lines);
    }

    private static List<String> values(ComparisonScores scores, ColumnScore score) {
        List<String> values =
                new ArrayList<>(
                        List.of(
                                score.model(),
                                score.column().adapterName(),
                                Long.toString(score.column().step()),
                                Double.toString(score.column().strength()),
                                Integer.toString(score.cells())));
        for (Metric metric : scores.metrics()) {
            values.add(Numbers.exact(score.means().get(metric)));
            values.add(Numbers.exact(score.shares().get(metric)));
        }
        values.add(Numbers.exact(score.quality()));
        values.add(Numbers.exact(score.leak()));
        values.add(Integer.toString(score.copies().size()));
        values.add(Integer.toString(score.faceless().size()));
        return values;
    }
}
