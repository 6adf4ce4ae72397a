package atelier.service.dataset.caption;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes the text of a caption file line by line, so that its lines and their ends stay. */
final class CaptionLines {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
    private static final Pattern END = Pattern.compile("\\R\\z");

    private CaptionLines() {}

    /** With the trigger in front of the first line, unless it stands anywhere. */
    static String withTrigger(String text, String trigger) {
        if (CaptionText.mentions(CaptionText.oneLine(text), trigger)) {
            return text;
        }
        Matcher line = Pattern.compile("[^\\r\\n]*[^\\s][^\\r\\n]*").matcher(text);
        return line.find()
                ? line.replaceFirst(found ->
                        Matcher.quoteReplacement(
                                CaptionText.withTrigger(found.group().strip(), trigger)))
                : trigger + end(text);
    }

    /** With another phrase in the place of one. */
    static String replaced(String text, String phrase, String with) {
        Pattern words = CaptionText.words(phrase);
        String replacement = Matcher.quoteReplacement(with);
        return lines(
                text,
                line -> {
                    Matcher matcher = words.matcher(line);
                    return matcher.find() ? tidy(matcher.replaceAll(replacement)) : line;
                });
    }

    /** Without a tag. */
    static String without(String text, String tag) {
        String unwanted = folded(tag);
        return lines(
                text,
                line -> {
                    List<String> tags = Tags.of(line);
                    List<String> left =
                            tags.stream().filter(one -> !folded(one).equals(unwanted)).toList();
                    return left.size() < tags.size() ? String.join(", ", left) : line;
                });
    }

    /** Another text with the same end of the last line. */
    static String set(String text, String caption) {
        return CaptionText.oneLine(text).equals(caption) ? text : caption + end(text);
    }

    private static String end(String text) {
        Matcher end = END.matcher(text);
        return end.find() ? end.group() : "";
    }

    private static String lines(String text, UnaryOperator<String> change) {
        return LINE.matcher(text)
                .replaceAll(
                        (MatchResult line) -> Matcher.quoteReplacement(change.apply(line.group())));
    }

    /** Drops tags that became empty, and doubled blanks. */
    private static String tidy(String caption) {
        return caption.contains(",")
                ? String.join(", ", Tags.of(CaptionText.oneLine(caption)))
                : CaptionText.oneLine(caption);
    }

    private static String folded(String tag) {
        return CaptionText.oneLine(tag).toLowerCase(Locale.ROOT);
    }
}
