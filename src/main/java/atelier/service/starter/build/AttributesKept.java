package atelier.service.starter.build;

import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * How much a classifier still tells of pictures that were made another way, beside what it tells of
 * painted ones of the same portraits.
 */
final class AttributesKept {

    private final AttributeClassifier classifier;
    private final AttributeTally painted = new AttributeTally();
    private final AttributeTally made = new AttributeTally();

    AttributesKept(AttributeClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Counts one portrait.
     *
     * @param attributes that count
     * @param painting of it
     * @param picture that was made of it
     */
    void add(
            Portrait portrait,
            Collection<PortraitAttribute> attributes,
            BufferedImage painting,
            BufferedImage picture) {
        painted.add(portrait, attributes, classifier.labels(painting));
        made.add(portrait, attributes, classifier.labels(picture));
    }

    /** What it tells of the painted ones: for each attribute the share that was right. */
    SequencedMap<String, Double> painted() {
        return painted.each();
    }

    /** What it tells of the others: for each attribute the share that was right. */
    SequencedMap<String, Double> made() {
        return made.each();
    }

    /** Of each attribute, the latter as a share of the former. */
    SequencedMap<String, Double> shares() {
        return painted.each().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                one -> made.of(one.getKey()) / one.getValue(),
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    /** The mean of those shares. */
    double meanShare() {
        return shares().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** The least of those shares. */
    double leastShare() {
        return shares().values().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }
}
