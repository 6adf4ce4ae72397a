package atelier.service.starter.build;

import java.util.SequencedMap;

/** How good something was over many pictures, and how good it became. */
final class BeforeAndAfter {

    private double before;
    private double after;
    private double worst = Double.POSITIVE_INFINITY;
    private int risen;
    private int count;

    /** Counts one picture. */
    void add(double was, double is) {
        before += was;
        after += is;
        worst = Math.min(worst, is - was);
        risen += is > was ? 1 : 0;
        count++;
    }

    /** Adds the means, the smallest rise and the share of pictures where it rose. */
    void addTo(SequencedMap<String, Object> figures, String name) {
        figures.put(name + "Degraded", before / count);
        figures.put(name + "Restored", after / count);
        figures.put(name + "SmallestRise", worst);
        figures.put(name + "ShareRisen", (double) risen / count);
    }
}
