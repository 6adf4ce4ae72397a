package atelier.service.review.export;

import atelier.service.storage.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables as comma-separated values (RFC 4180), in UTF-8. */
final class CommaTable {

    private static final String END = "\r\n";

    private CommaTable() {}

    /**
     * Writes a table, in place of one that is there.
     *
     * @throws atelier.model.AtelierException if it cannot be written
     */
    static void write(Path file, List<List<String>> lines) {
        String text =
                lines.stream().map(CommaTable::line).collect(Collectors.joining(END, "", END));
        AtomicFiles.replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A label as the head of a column: {@code clip_i}. */
    static String head(String label) {
        return label.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static String line(List<String> values) {
        return values.stream().map(CommaTable::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        boolean plain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
