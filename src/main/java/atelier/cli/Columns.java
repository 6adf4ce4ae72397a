package atelier.cli;

import atelier.cli.output.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of values below their headings, aligned; long values are shortened but in the last column.
 * Text from files is made fit for the terminal.
 */
final class Columns {

    private static final int WIDEST = 40;

    private final int count;
    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... headings) {
        this.count = headings.length;
        row(headings);
    }

    /** One more row, of as many values as there are headings. */
    void row(String... values) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String value = TerminalText.oneLine(values[i]);
            row.add(i < count - 1 ? shortened(value) : value);
        }
        rows.add(row);
    }

    /** The end of a long name tells more than its middle. */
    private static String shortened(String value) {
        int length = value.codePointCount(0, value.length());
        if (length <= WIDEST) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, WIDEST / 2 - 1))
                + "…"
                + value.substring(value.offsetByCodePoints(0, length - WIDEST / 2));
    }

    /** All lines, the headings first. */
    List<String> lines() {
        int[] widths =
                IntStream.range(0, count)
                        .map(column ->
                                rows.stream()
                                        .mapToInt(row -> width(row.get(column)))
                                        .max()
                                        .orElse(0))
                        .toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < count; i++) {
                line.append(row.get(i)).repeat(" ", widths[i] - width(row.get(i)) + 2);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
