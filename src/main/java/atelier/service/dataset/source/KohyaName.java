package atelier.service.dataset.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder's name as sd-scripts reads it: {@code 10_mia woman}, each picture ten times an epoch,
 * "mia woman" where there is no caption.
 *
 * @param repeats at least 1
 * @param words may be empty
 */
record KohyaName(int repeats, String words) {

    /** Three digits at most, so that a year is none: {@code 2024_holiday}. */
    private static final Pattern NAME =
            Pattern.compile("(\\d{1,3})_(.*)", Pattern.DOTALL | Pattern.UNICODE_CASE);

    /** Reads a folder's name; empty where it is another kind of name, or asks for no repeats. */
    static Optional<KohyaName> of(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        if (name == null) {
            return Optional.empty();
        }
        Matcher matcher = NAME.matcher(name.toString());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new KohyaName(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2).replace('_', ' ').strip()));
    }
}
