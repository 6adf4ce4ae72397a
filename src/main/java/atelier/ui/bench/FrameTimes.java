package atelier.ui.bench;

import java.util.List;

/**
 * How long frames of the window took.
 *
 * @param millis from each frame to the next, above 0, in the order of time
 */
public record FrameTimes(List<Double> millis) {

    /** Copies the list. */
    public FrameTimes {
        millis = List.copyOf(millis);
    }

    /**
     * The time that this share of the frames does not exceed, in milliseconds (nearest rank); 0
     * where there were none.
     *
     * @param share above 0 and at most 1: 0.5 for the median, 1 for the longest
     */
    public double quantile(double share) {
        if (millis.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(share * millis.size());
        return millis.stream().sorted().toList().get(Math.max(rank, 1) - 1);
    }

    /** How many frames took longer than that. */
    public long longerThan(double bound) {
        return millis.stream().filter(time -> time > bound).count();
    }
}
