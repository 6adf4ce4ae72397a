package atelier.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates what engine and services say. They speak English alone, as terminal and log want it;
 * as in gettext, the English sentence is the key to the translation. Its gaps, {@code %s} in both,
 * hold names and numbers, or sentences again.
 *
 * <p>What is not known stays English: an error in a foreign language is better than none.
 */
final class Sentences {

    private static final Pattern GAP = Pattern.compile("%(?:(\\d)\\$)?s");
    private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {};

    /**
     * A sentence with gaps.
     *
     * @param english matches the whole of it, gaps as groups
     * @param words how many characters are no gap: of several that match, the longest is meant
     */
    private record Form(Pattern english, int words, String translation) {

        static Form of(String english, String translation) {
            String[] parts = GAP.split(english, -1);
            StringBuilder pattern = new StringBuilder(Pattern.quote(parts[0]));
            int words = parts[0].length();
            for (int i = 1; i < parts.length; i++) {
                pattern.append("(.*?)").append(Pattern.quote(parts[i]));
                words += parts[i].length();
            }
            return new Form(
                    Pattern.compile(pattern.toString(), Pattern.DOTALL), words, translation);
        }
    }

    private final List<Form> forms;

    private Sentences(List<Form> forms) {
        this.forms = forms;
    }

    /** Those of a language; none of English. */
    static Sentences of(Language language) {
        List<Form> forms = new ArrayList<>();
        if (language != Language.ENGLISH) {
            read("sentences_%s.json".formatted(language.locale().getLanguage()))
                    .forEach((english, translation) -> forms.add(Form.of(english, translation)));
            forms.sort(Comparator.comparingInt(Form::words).reversed());
        }
        return new Sentences(forms);
    }

    /** All pairs of a file, English first. */
    static Map<String, String> read(String resource) {
        try (InputStream in = Sentences.class.getResourceAsStream(resource)) {
            return new JsonMapper().readValue(in, PAIRS);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** A sentence, or a part of one, in this language as far as it is known. */
    String say(String english) {
        for (Form form : forms) {
            Matcher found = form.english().matcher(english);
            if (found.matches()) {
                return filled(form.translation(), found);
            }
        }
        return english;
    }

    private String filled(String translation, Matcher found) {
        int[] next = {0};
        return GAP.matcher(translation)
                .replaceAll(gap -> {
                    next[0]++;
                    String place = gap.group(1);
                    int group = place == null ? next[0] : Integer.parseInt(place);
                    return Matcher.quoteReplacement(say(found.group(group)));
                });
    }
}
