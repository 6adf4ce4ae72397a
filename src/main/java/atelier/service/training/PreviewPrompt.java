package atelier.service.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one preview of a set shows.
 *
 * @param text the prompt
 * @param leakCheck whether it lacks the trigger, so that the subject should not be seen
 */
record PreviewPrompt(String text, boolean leakCheck) {

    private static PreviewPrompt of(String text, String trigger) {
        return new PreviewPrompt(text, !places(trigger).matcher(text).find());
    }

    /**
     * The prompts of a set: those that were set or, where none were, the trigger alone, a caption,
     * and that caption without the trigger.
     *
     * @param set one a line; empty for the usual ones
     * @param captions of the subject's pictures
     */
    static List<PreviewPrompt> of(String set, String trigger, List<String> captions) {
        List<String> chosen = set.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        List<String> texts = new ArrayList<>(chosen);
        if (chosen.isEmpty()) {
            Optional<String> caption =
                    captions.stream().filter(text -> !without(text, trigger).isEmpty()).findFirst();
            texts.add(trigger);
            caption.ifPresent(texts::add);
            texts.add(without(caption.orElse(trigger), trigger));
        }
        return texts.stream().distinct().map(text -> of(text, trigger)).toList();
    }

    /** The text without the trigger, and without the commas that had set it off. */
    private static String without(String text, String trigger) {
        return places(trigger)
                .matcher(text)
                .replaceAll("")
                .replaceAll("\\s*,(\\s*,)*", ",")
                .replaceAll("^[\\s,]+|[\\s,]+$", "")
                .replaceAll("\\s{2,}", " ");
    }

    private static Pattern places(String trigger) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(trigger) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
