package atelier.service.review.score;

import atelier.model.review.Metric;
import java.util.EnumMap;
import java.util.Map;

/** How far measures come to what the references reach among themselves. */
final class Shares {

    private Shares() {}

    /** Of each measure that has a ceiling; a value of the ceiling or above is 1 or more. */
    static Map<Metric, Double> of(Map<Metric, Double> values, Map<Metric, Double> ceilings) {
        Map<Metric, Double> shares = new EnumMap<>(Metric.class);
        values.forEach((metric, value) -> {
            Double ceiling = ceilings.get(metric);
            if (ceiling != null && ceiling > 0) {
                shares.put(metric, value / ceiling);
            }
        });
        return shares;
    }
}
