package atelier.model.review;

import java.util.Comparator;
import java.util.List;

/**
 * What was seen of one category.
 *
 * @param category its name
 * @param shares of every value, the surest first
 */
public record SeenFeatures(String category, List<FeatureShare> shares) {

    /** How many are shown. */
    private static final int BEST = 2;

    /** Sorts the shares; of equal ones the one that stood first stays so. */
    public SeenFeatures {
        shares =
                shares.stream()
                        .sorted(Comparator.comparingDouble(FeatureShare::share).reversed())
                        .toList();
    }

    /** The two surest. */
    public List<FeatureShare> best() {
        return shares.subList(0, Math.min(BEST, shares.size()));
    }

    /** The share of a value; 0 where it was not looked for. */
    public double share(String value) {
        return shares.stream()
                .filter(one -> one.value().equals(value))
                .mapToDouble(FeatureShare::share)
                .findFirst()
                .orElse(0);
    }
}
