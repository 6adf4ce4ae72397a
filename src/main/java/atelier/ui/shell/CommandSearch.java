package atelier.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds commands by words. A query that begins with {@code >} finds actions alone, with {@code @}
 * characters, with {@code #} pictures.
 *
 * @param words what a command is known by, in the language chosen
 */
record CommandSearch(Function<Command, String> words) {

    private static final Map<Character, Command.Group> SIGNS =
            Map.of(
                    '>', Command.Group.ACTIONS,
                    '@', Command.Group.CHARACTERS,
                    '#', Command.Group.PICTURES);

    /** The commands that hold every word of the query, those whose words begin so first. */
    List<Command> find(String query, List<Command> all) {
        String wanted = fold(query.strip());
        Command.Group only = wanted.isEmpty() ? null : SIGNS.get(wanted.charAt(0));
        List<String> parts = split(only == null ? wanted : wanted.substring(1));
        return all.stream()
                .filter(command -> only == null || command.group() == only)
                .filter(command -> {
                    String known = fold(words.apply(command));
                    return parts.stream().allMatch(known::contains);
                })
                .sorted(
                        Comparator.comparing(Command::group)
                                .thenComparingInt(command -> begins(command, parts) ? 0 : 1))
                .toList();
    }

    private boolean begins(Command command, List<String> parts) {
        List<String> known = split(fold(words.apply(command)));
        return parts.stream().allMatch(part -> known.stream().anyMatch(w -> w.startsWith(part)));
    }

    /** The word nearest to a query that finds nothing, if one is near. */
    Optional<String> nearest(String query, List<Command> all) {
        String wanted = fold(query.strip());
        int most = Math.max(1, wanted.length() / 3);
        return all.stream()
                .flatMap(command -> split(fold(words.apply(command))).stream())
                .distinct()
                .filter(word -> distance(wanted, word) <= most)
                .min(Comparator.comparingInt(word -> distance(wanted, word)));
    }

    private static List<String> split(String words) {
        return new ArrayList<>(
                Stream.of(words.split("[^\\p{L}\\p{N}]+", -1)).filter(w -> !w.isEmpty()).toList());
    }

    private static String fold(String words) {
        return words.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /** How many letters must be put in, taken out or changed (Levenshtein 1965). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
