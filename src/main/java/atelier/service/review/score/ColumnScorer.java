package atelier.service.review.score;

import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.Column;
import atelier.model.review.ColumnScore;
import atelier.model.review.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sums the scores of cells up, adapter by adapter. */
final class ColumnScorer {

    /** What the leak is told by, the first that is measured. */
    private static final List<Metric> LEAK_BY =
            List.of(Metric.CLIP_IMAGE, Metric.DINO, Metric.FEATURES);

    private final Map<String, CellScore> scores;
    private final Map<Metric, Double> ceilings;

    private record Key(String model, Column column) {}

    ColumnScorer(Map<String, CellScore> scores, Map<Metric, Double> ceilings) {
        this.scores = scores;
        this.ceilings = ceilings;
    }

    /**
     * One for each base model and column.
     *
     * @param cells those that were measured, in their order
     */
    List<ColumnScore> of(List<Cell> cells) {
        Map<Key, List<Cell>> groups =
                cells.stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> new Key(cell.model().name(), cell.column()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<ColumnScore> columns = new ArrayList<>();
        groups.forEach((key, group) ->
                columns.add(
                        column(
                                key,
                                group,
                                groups.getOrDefault(
                                        new Key(key.model(), Column.BASELINE), List.of()))));
        return columns;
    }

    private ColumnScore column(Key key, List<Cell> cells, List<Cell> baseline) {
        List<Cell> asked = of(cells, false);
        Map<Metric, Double> means = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            mean(asked, metric).ifPresent(mean -> means.put(metric, mean));
        }
        OptionalDouble quality =
                asked.stream()
                        .map(cell -> score(cell).quality())
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .average();
        return new ColumnScore(
                key.model(),
                key.column(),
                asked.size(),
                means,
                Shares.of(means, ceilings),
                quality.isPresent() ? quality.getAsDouble() : null,
                key.column().isBaseline() ? null : leak(cells, baseline),
                ids(cells, CellScore::copies),
                ids(cells, CellScore::faceless));
    }

    private List<String> ids(List<Cell> cells, Predicate<CellScore> wanted) {
        return cells.stream().filter(cell -> wanted.test(score(cell))).map(Cell::id).toList();
    }

    private CellScore score(Cell cell) {
        return Objects.requireNonNull(scores.get(cell.id()));
    }

    private static List<Cell> of(List<Cell> cells, boolean plain) {
        return cells.stream().filter(cell -> cell.prompt().plain() == plain).toList();
    }

    private OptionalDouble mean(List<Cell> cells, Metric metric) {
        return cells.stream()
                .map(cell -> score(cell).values().get(metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
    }

    private @Nullable Double leak(List<Cell> cells, List<Cell> baseline) {
        for (Metric metric : LEAK_BY) {
            OptionalDouble asked = mean(of(cells, false), metric);
            OptionalDouble plain = mean(of(cells, true), metric);
            OptionalDouble baseAsked = mean(of(baseline, false), metric);
            OptionalDouble basePlain = mean(of(baseline, true), metric);
            if (asked.isPresent()
                    && plain.isPresent()
                    && baseAsked.isPresent()
                    && basePlain.isPresent()) {
                double gain = asked.getAsDouble() - baseAsked.getAsDouble();
                return gain > 0 ? (plain.getAsDouble() - basePlain.getAsDouble()) / gain : null;
            }
        }
        return null;
    }
}
