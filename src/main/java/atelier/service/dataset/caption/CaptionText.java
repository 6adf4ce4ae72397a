package atelier.service.dataset.caption;

import atelier.model.dataset.CaptionRule;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What training makes of a caption's text. */
public final class CaptionText {

    private CaptionText() {}

    /** In one line, with single blanks. */
    public static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The caption as training takes it, but for the trigger: the rule's parts around it. */
    public static String of(String text, CaptionRule rule) {
        String words = text.isEmpty() ? rule.fallback() : text;
        return oneLine(
                Stream.of(rule.prefix(), words, rule.suffix())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" ")));
    }

    /**
     * A caption that names its subject: with the trigger in front, unless it is in there already,
     * in any case of letters, as words of its own.
     *
     * @param trigger empty for none
     */
    public static String withTrigger(String caption, String trigger) {
        if (trigger.isEmpty() || mentions(caption, trigger)) {
            return caption;
        }
        return caption.isEmpty() ? trigger : trigger + ", " + caption;
    }

    /**
     * Whether a text has a phrase as words of its own, in any case of letters; an empty one never.
     */
    public static boolean mentions(String text, String phrase) {
        return !phrase.isEmpty() && words(phrase).matcher(text).find();
    }

    /** Finds a phrase as words of its own, in any case of letters. */
    static Pattern words(String phrase) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
