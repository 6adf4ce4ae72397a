package atelier.service.starter.build;

import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Counts how often each attribute of portraits was told rightly. */
final class AttributeTally {

    private final Map<PortraitAttribute, Integer> asked = new LinkedHashMap<>();
    private final Map<PortraitAttribute, Integer> right = new LinkedHashMap<>();

    /**
     * Counts one portrait.
     *
     * @param portrait that was to be seen
     * @param attributes that count
     * @param labels that were told, in the order of {@link PortraitAttribute#ALL}
     */
    void add(Portrait portrait, Collection<PortraitAttribute> attributes, int[] labels) {
        for (PortraitAttribute attribute : attributes) {
            asked.merge(attribute, 1, Integer::sum);
            boolean told = labels[attribute.place()] == attribute.label(portrait);
            right.merge(attribute, told ? 1 : 0, Integer::sum);
        }
    }

    /** Of each attribute that was asked for, the share that was right, by name. */
    SequencedMap<String, Double> each() {
        SequencedMap<String, Double> shares = new LinkedHashMap<>();
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            if (asked.containsKey(attribute)) {
                shares.put(
                        attribute.name(),
                        (double) right.getOrDefault(attribute, 0) / asked.get(attribute));
            }
        }
        return shares;
    }

    /** That share of one attribute; not a number where it was not asked for. */
    double of(String attribute) {
        return each().getOrDefault(attribute, Double.NaN);
    }

    /** The mean of those shares; not a number where nothing was asked for. */
    double mean() {
        return each().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}
