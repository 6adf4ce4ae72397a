package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.settings.Choice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads settings that the user wrote as {@code name=value}; each has a default and a range. */
final class SettingReader {

    private final Map<String, String> sets;
    private final Set<String> known = new TreeSet<>();

    SettingReader(Map<String, String> sets) {
        this.sets = sets;
    }

    /** A whole number. */
    long whole(String name, long otherwise, long least, long most) {
        String text = text(name, Long.toString(otherwise));
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, "a whole number from %d to %d".formatted(least, most), e);
        }
        throw wrong(name, text, "a whole number from %d to %d".formatted(least, most), null);
    }

    /** A number such as {@code 0.5} or {@code 1e-4}. */
    double real(String name, double otherwise, double least, double most) {
        String text = text(name, Double.toString(otherwise));
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, "a number from %s to %s".formatted(least, most), e);
        }
        throw wrong(name, text, "a number from %s to %s".formatted(least, most), null);
    }

    /** One of a list, by what its {@code toString} gives. */
    <T> T choice(String name, T otherwise, List<T> all) {
        return Choice.byId(name, text(name, otherwise.toString()), all, Object::toString);
    }

    /** {@code true} or {@code false}. */
    boolean flag(String name, boolean otherwise) {
        return choice(name, otherwise, List.of(true, false));
    }

    /** A word that others check. */
    String text(String name, String otherwise) {
        known.add(name);
        return sets.getOrDefault(name, otherwise).strip();
    }

    /**
     * Checks, after everything is read, that nothing else was set.
     *
     * @throws AtelierException if something was; it lists what there is
     */
    void requireNoOther() {
        Set<String> unknown = new TreeSet<>(sets.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new AtelierException(
                    "There is no setting '%s'; choose among %s."
                            .formatted(unknown.iterator().next(), String.join(", ", known)));
        }
    }

    private static AtelierException wrong(
            String name, String text, String wanted, @Nullable Exception cause) {
        return new AtelierException(
                "The setting %s is '%s': choose %s.".formatted(name, text, wanted), cause);
    }
}
