package atelier.service.review.score;

import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.model.review.QualityWeights;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was measured of cells so far, one measure after the other. */
final class CellMeasures {

    private final Map<String, Map<Metric, Double>> values = new HashMap<>();
    private final Map<String, NearestPicture> nearest = new HashMap<>();
    private final Map<String, Boolean> copies = new HashMap<>();
    private final Set<String> faceless = new HashSet<>();
    private final Map<String, Double> noise = new HashMap<>();
    private final Map<Metric, Double> ceilings = new EnumMap<>(Metric.class);

    void put(Cell cell, Metric metric, double value) {
        values.computeIfAbsent(cell.id(), id -> new EnumMap<>(Metric.class)).put(metric, value);
    }

    void putNearest(Cell cell, NearestPicture picture, boolean copy) {
        nearest.put(cell.id(), picture);
        copies.put(cell.id(), copy);
    }

    void putFaceless(Cell cell) {
        faceless.add(cell.id());
    }

    void putNoise(Cell cell, double decibels) {
        if (Double.isFinite(decibels)) {
            noise.put(cell.id(), decibels);
        }
    }

    /** Sets what the references reach. */
    void ceiling(Metric metric, double value) {
        ceilings.put(metric, value);
    }

    Map<Metric, Double> ceilings() {
        return ceilings;
    }

    /** The scores of cells, by their ids. */
    Map<String, CellScore> scores(List<Cell> cells, QualityWeights weights) {
        Map<String, CellScore> scores = new LinkedHashMap<>();
        for (Cell cell : cells) {
            String id = cell.id();
            Map<Metric, Double> measured = values.getOrDefault(id, Map.of());
            double quality = weights.quality(Shares.of(measured, ceilings));
            scores.put(
                    id,
                    new CellScore(
                            measured,
                            Double.isNaN(quality) ? null : quality,
                            nearest.get(id),
                            copies.getOrDefault(id, false),
                            faceless.contains(id),
                            noise.get(id)));
        }
        return scores;
    }
}
