package atelier.model.review;

import java.util.List;
import java.util.Objects;

/**
 * Something that pictures of a subject can be told apart by, such as the shape of its face, with
 * the values that it may have.
 *
 * @param name of it, such as "face shape"
 * @param ofSubject whether it belongs to the subject and so is to be seen in every image of it;
 *     else it belongs to one picture, as its background does
 * @param asked what CLIP is asked whether it sees it, at least one text with {@value #GAP} where
 *     the value goes; several are averaged
 * @param said how a prompt says it, with the same gap
 * @param values at least two, unlike each other
 */
public record FeatureCategory(
        String name, boolean ofSubject, List<String> asked, String said, List<String> values) {

    /** Where a value goes. */
    public static final String GAP = "{}";

    /** Copies the lists. */
    public FeatureCategory {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(said, "said");
        asked = List.copyOf(asked);
        values = List.copyOf(values);
    }

    /** The text of a form, with a value in its gap. */
    public static String fill(String form, String value) {
        return form.replace(GAP, value);
    }
}
