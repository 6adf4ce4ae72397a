package atelier.ui.text;

import java.util.List;
import java.util.Locale;

/**
 * What is searched for: each word must stand somewhere, in any case.
 *
 * @param words with blanks between
 */
public record SearchWords(String words) {

    /** Whether all of them stand in these texts and tags. */
    public boolean areIn(List<String> tags, String... texts) {
        String all =
                (String.join("\n", texts) + '\n' + String.join("\n", tags))
                        .toLowerCase(Locale.ROOT);
        for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
