package atelier.service.bench;

import java.util.List;

/** The middle of measurements, which a single slow one does not move. */
public final class Median {

    private Median() {}

    /**
     * The median; the mean of the two in the middle where their number is even.
     *
     * @param values at least one
     */
    public static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
