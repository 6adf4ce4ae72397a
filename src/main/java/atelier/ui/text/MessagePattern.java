package atelier.ui.text;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the gaps of a message.
 *
 * <p>{@code {0}} is an argument: a whole number with its thousands set apart, a phrase in the same
 * language, anything else as it stands. {@code {0|picture|pictures}} is the form of a word that
 * goes with the number; Russian gives three. {@code {0,style}} is a number written as {@code
 * percent}, {@code bytes}, {@code memory}, {@code gigabytes}, {@code duration}, {@code rate} or
 * {@code decimal1} to {@code decimal4}.
 *
 * @param text the message with its gaps
 */
record MessagePattern(String text) {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)(?:,(\\w+)|\\|([^}]*))?}");
    private static final int STYLE = 2;
    private static final int FORMS = 3;

    /** The whole message. */
    String fill(Numbers numbers, List<Object> arguments, Function<Saying, String> voice) {
        return GAP.matcher(text)
                .replaceAll(gap ->
                        Matcher.quoteReplacement(
                                gap(
                                        gap,
                                        arguments.get(Integer.parseInt(gap.group(1))),
                                        numbers,
                                        voice)));
    }

    private static String gap(
            MatchResult gap, Object value, Numbers numbers, Function<Saying, String> voice) {
        if (gap.group(FORMS) != null) {
            String[] forms = gap.group(FORMS).split("\\|", -1);
            int form = numbers.language().form(((Number) value).longValue());
            return forms[Math.min(form, forms.length - 1)];
        }
        if (gap.group(STYLE) != null) {
            return styled(gap.group(STYLE), ((Number) value).doubleValue(), numbers);
        }
        return switch (value) {
            case Saying saying -> voice.apply(saying);
            case Integer whole -> numbers.whole(whole);
            case Long whole -> numbers.whole(whole);
            default -> value.toString();
        };
    }

    private static String styled(String style, double value, Numbers numbers) {
        return switch (style) {
            case "percent" -> numbers.percent(value);
            case "bytes" -> numbers.bytes(Math.round(value));
            case "memory" -> numbers.memory(Math.round(value));
            case "gigabytes" -> numbers.gigabytes(value);
            case "duration" -> numbers.duration(value);
            case "decimal1" -> numbers.decimal(value, 1);
            case "decimal2" -> numbers.decimal(value, 2);
            case "decimal3" -> numbers.decimal(value, 3);
            case "decimal4" -> numbers.decimal(value, 4);
            case "rate" -> numbers.rate(value);
            default -> throw new IllegalArgumentException("No style " + style);
        };
    }
}
