package atelier.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the values of axes as they are typed. */
final class AxisTexts {

    private static final long MOST_SEEDS = 10_000;

    private AxisTexts() {}

    /**
     * Numbers such as {@code 0.8, 1}.
     *
     * @throws NumberFormatException if one of them is none
     */
    static List<Double> decimals(String text) {
        return values(text, Double::valueOf).stream()
                .peek(AxisTexts::requireFinite)
                .distinct()
                .toList();
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(value + " is no number to compute with");
        }
    }

    /**
     * Whole numbers such as {@code 20, 30}, each at least 1.
     *
     * @throws NumberFormatException if one of them is none
     */
    static List<Integer> counts(String text) {
        List<Integer> counts = values(text, Integer::valueOf).stream().distinct().toList();
        if (counts.stream().anyMatch(count -> count < 1)) {
            throw new NumberFormatException("0 steps make no image");
        }
        return counts;
    }

    /**
     * Seeds such as {@code 1, 2} or {@code 1-4}, each at least 0.
     *
     * @throws NumberFormatException if one of them is none, or there are too many
     */
    static List<Long> seeds(String text) {
        List<Long> seeds = new ArrayList<>();
        for (String part : parts(text.replaceAll("\\s*[-–]\\s*", "-"))) {
            String[] ends = part.split("-", 2);
            long first = Long.parseLong(ends[0]);
            long last = ends.length == 1 ? first : Long.parseLong(ends[1]);
            if (first < 0 || last < first || last - first + seeds.size() >= MOST_SEEDS) {
                throw new NumberFormatException(part + " is no range of seeds");
            }
            for (long seed = first; seed <= last; seed++) {
                seeds.add(seed);
            }
        }
        return seeds.stream().distinct().toList();
    }

    /** The lines of a text that hold something, without the spaces around it. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    private static <T> List<T> values(String text, Function<String, T> parse) {
        return parts(text).stream().map(parse).toList();
    }

    private static List<String> parts(String text) {
        return Stream.of(text.split("[,;\\s]+", -1)).filter(part -> !part.isEmpty()).toList();
    }
}
