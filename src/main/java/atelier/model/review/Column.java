package atelier.model.review;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An adapter at a strength: what stands at the head of a column of a comparison.
 *
 * @param adapter null stands for none, the baseline
 * @param strength factor on its change of the weights; 0 without an adapter
 */
public record Column(@Nullable ComparedAdapter adapter, double strength) {

    /** The plain model, which all others are held against. */
    public static final Column BASELINE = new Column(null, 0);

    /** Whether it is the plain model. */
    public boolean isBaseline() {
        return adapter == null;
    }

    /** The adapter's name; empty without one. */
    public String adapterName() {
        return adapter == null ? "" : adapter.name();
    }

    /** Where the adapter lies on a curve over its training; 0 for the plain model. */
    public long step() {
        return adapter == null ? 0 : adapter.step();
    }

    /**
     * What to call it.
     *
     * @param withStrength whether the strength must be told, as there are several
     */
    public String label(boolean withStrength) {
        if (adapter == null) {
            return "no adapter";
        }
        return withStrength
                ? String.format(Locale.ROOT, "%s × %s", adapter.name(), strengthText())
                : Objects.requireNonNull(adapter).name();
    }

    private String strengthText() {
        return strength == Math.rint(strength)
                ? Long.toString((long) strength)
                : Double.toString(strength);
    }
}
