package atelier.model.library;

import java.util.Arrays;
import java.util.List;

/** Values of fields as the text that the history keeps. */
final class FieldText {

    private FieldText() {}

    static String ofTags(List<String> tags) {
        return String.join(", ", tags);
    }

    /** Without blanks and repetitions, in the order written. */
    static List<String> tags(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
