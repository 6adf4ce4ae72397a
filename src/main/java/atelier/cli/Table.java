package atelier.cli;

import atelier.cli.output.TerminalText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Named values below a title, the values aligned. Text from files is made fit for the terminal and
 * cut where it is long.
 */
final class Table {

    private static final int LONGEST_VALUE = 400;
    private static final int WIDEST_NAME = 24;

    private final String title;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, String value) {}

    Table(String title) {
        this.title = title;
    }

    /** One more row; none where there is no value. */
    void row(String name, @Nullable String value) {
        if (value != null) {
            rows.add(new Row(TerminalText.oneLine(name), shortened(TerminalText.oneLine(value))));
        }
    }

    private static String shortened(String value) {
        if (value.codePointCount(0, value.length()) <= LONGEST_VALUE) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }

    /** All lines. */
    String text() {
        int width =
                rows.stream()
                        .mapToInt(row -> row.name().length())
                        .filter(length -> length <= WIDEST_NAME)
                        .max()
                        .orElse(0);
        StringBuilder text = new StringBuilder(TerminalText.oneLine(title));
        for (Row row : rows) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(row.name())
                    .repeat(" ", Math.max(0, width - row.name().length()))
                    .append("  ")
                    .append(row.value());
        }
        return text.toString();
    }
}
