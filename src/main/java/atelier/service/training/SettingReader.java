package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.settings.Choice;
import atelier.service.training.SettingValues.Real;
import atelier.service.training.SettingValues.Whole;
import atelier.service.training.SettingValues.Wholes;
import atelier.service.training.SettingValues.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads settings that the user wrote as {@code name=value}, as {@link PlanTable} has them. */
final class SettingReader {

    private final Map<String, String> sets;

    /**
     * @throws AtelierException if one is set that does not exist; it lists what there is
     */
    SettingReader(Map<String, String> sets) {
        Set<String> unknown = new TreeSet<>(sets.keySet());
        unknown.removeAll(PlanTable.names());
        if (!unknown.isEmpty()) {
            throw new AtelierException(
                    "There is no setting '%s'; choose among %s."
                            .formatted(
                                    unknown.iterator().next(),
                                    String.join(", ", PlanTable.names())));
        }
        this.sets = sets;
    }

    /** A whole number. */
    long whole(String name, long otherwise) {
        String text = sets.get(name);
        if (text == null) {
            return otherwise;
        }
        Whole values = (Whole) PlanTable.values(name);
        try {
            long value = Long.parseLong(text.strip());
            if (value >= values.least() && value <= values.most()) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, values, e);
        }
        throw wrong(name, text, values, null);
    }

    /** Whole numbers with commas between, each once, the largest first. */
    List<Integer> wholes(String name, List<Integer> otherwise) {
        String text = sets.get(name);
        if (text == null) {
            return otherwise;
        }
        Wholes values = (Wholes) PlanTable.values(name);
        try {
            List<Integer> read =
                    Arrays.stream(text.split(",", -1))
                            .map(part -> Integer.parseInt(part.strip()))
                            .distinct()
                            .sorted(Comparator.reverseOrder())
                            .toList();
            if (read.size() <= values.count()
                    && read.getFirst() <= values.most()
                    && read.getLast() >= values.least()) {
                return read;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, values, e);
        }
        throw wrong(name, text, values, null);
    }

    /** A number such as {@code 0.5} or {@code 1e-4}. */
    double real(String name, double otherwise) {
        String text = sets.get(name);
        if (text == null) {
            return otherwise;
        }
        Real values = (Real) PlanTable.values(name);
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= values.least() && value <= values.most()) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, values, e);
        }
        throw wrong(name, text, values, null);
    }

    /** A constant of an enum, by what its {@code toString} gives. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        String word = word(name, otherwise.toString());
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.toString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** {@code true} or {@code false}. */
    boolean flag(String name, boolean otherwise) {
        return Boolean.parseBoolean(word(name, Boolean.toString(otherwise)));
    }

    /** Any text. */
    String text(String name, String otherwise) {
        return sets.getOrDefault(name, otherwise);
    }

    /** One of the words that it can be. */
    String word(String name, String otherwise) {
        Words values = (Words) PlanTable.values(name);
        String text = sets.getOrDefault(name, otherwise).strip();
        return Choice.byId(name, text, values.words(), word -> word);
    }

    private static AtelierException wrong(
            String name, String text, SettingValues values, @Nullable Exception cause) {
        return new AtelierException(
                "The setting %s is '%s': choose %s.".formatted(name, text.strip(), values.text()),
                cause);
    }
}
