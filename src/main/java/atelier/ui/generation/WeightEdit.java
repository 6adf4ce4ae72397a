package atelier.ui.generation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt in which the weight of some words was changed.
 *
 * @param text the prompt
 * @param start of the words, brackets and weight not counted
 * @param end of the words
 */
record WeightEdit(String text, int start, int end) {

    private static final int TENTHS = 10;
    private static final int NEUTRAL = TENTHS;
    private static final int MOST = 2 * TENTHS;
    private static final Pattern AFTER = Pattern.compile("\\s*:\\s*(\\d*\\.?\\d+)\\s*\\)");

    /**
     * Weighs words by a tenth more or less, between 0.1 and 2.
     *
     * @param start of the selection; where nothing is selected, the word there is meant
     * @param end of the selection
     * @param tenths 1 for more, -1 for less
     */
    static WeightEdit change(String text, int start, int end, int tenths) {
        int from = start;
        int to = end;
        if (from == to) {
            while (from > 0 && isWord(text.charAt(from - 1))) {
                from--;
            }
            while (to < text.length() && isWord(text.charAt(to))) {
                to++;
            }
        }
        if (from == to) {
            return new WeightEdit(text, start, end);
        }
        int before = from;
        int after = to;
        int weight = NEUTRAL;
        Matcher weighed = AFTER.matcher(text).region(to, text.length());
        if (from > 0 && text.charAt(from - 1) == '(' && weighed.lookingAt()) {
            before = from - 1;
            after = weighed.end();
            weight = (int) Math.round(Double.parseDouble(weighed.group(1)) * TENTHS);
        }
        return weighed(text, before, after, text.substring(from, to), weight + tenths);
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '-' || sign == '_';
    }

    private static WeightEdit weighed(String text, int start, int end, String words, int wanted) {
        int weight = Math.clamp(wanted, 1, MOST);
        boolean plain = weight == NEUTRAL;
        String now =
                plain
                        ? words
                        : String.format(Locale.ROOT, "(%s:%.1f)", words, (double) weight / TENTHS);
        int first = start + (plain ? 0 : 1);
        return new WeightEdit(
                text.substring(0, start) + now + text.substring(end),
                first,
                first + words.length());
    }
}
