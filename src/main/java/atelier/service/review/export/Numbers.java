package atelier.service.review.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scores as people, and as programs, read them. */
final class Numbers {

    private static final double PERCENT = 100;

    private Numbers() {}

    /** With three digits behind the point; a dash where not known. */
    static String score(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** As a percentage; a dash where not known. */
    static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
    }

    /** Exact, for programs; empty where not known. */
    static String exact(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
