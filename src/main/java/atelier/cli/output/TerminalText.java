package atelier.cli.output;

/**
 * Makes text from files and arguments fit for a terminal: one line, and no control characters,
 * which could move the cursor or change what is shown.
 */
public final class TerminalText {

    private TerminalText() {}

    /**
     * The text with each control, line-break and direction-changing character written as its code.
     */
    public static String oneLine(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (isUnsafe(c)) {
                        clean.append("\\u%04x".formatted(c));
                    } else {
                        clean.appendCodePoint(c);
                    }
                });
        return clean.toString();
    }

    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            case Character.FORMAT -> isDirectional(c);
            default -> false;
        };
    }

    /** Embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX #9). */
    private static boolean isDirectional(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }
}
