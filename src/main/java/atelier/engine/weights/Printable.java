package atelier.engine.weights;

/**
 * Makes text that came out of a file fit for a one-line message: names may hold line breaks, or go
 * on for pages.
 */
final class Printable {

    private static final int LONGEST = 120;

    private Printable() {}

    /** The text without control characters and not too long. */
    static String of(String text) {
        int end = Math.min(text.length(), LONGEST);
        StringBuilder clean = new StringBuilder(end + 1);
        text.substring(0, end)
                .codePoints()
                .forEach(c -> clean.appendCodePoint(isHarmless(c) ? c : '\ufffd'));
        return end < text.length() ? clean.append('…').toString() : clean.toString();
    }

    /** Directional marks would turn the rest of the line around. */
    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
