package atelier.model.library;

import java.util.List;

/**
 * What its owner thinks of an image.
 *
 * @param liked 1 for liked, -1 for disliked, 0 for neither
 * @param favourite whether it is one
 * @param tags in the order written
 */
public record ImageMarks(int liked, boolean favourite, List<String> tags) {

    /** Nothing yet. */
    public static final ImageMarks NONE = new ImageMarks(0, false, List.of());

    /** Copies the tags. */
    public ImageMarks {
        liked = Integer.signum(liked);
        tags = List.copyOf(tags);
    }

    /** A field as text. */
    public String value(ImageField field) {
        return switch (field) {
            case LIKED -> Integer.toString(liked);
            case FAVOURITE -> Boolean.toString(favourite);
            case TAGS -> FieldText.ofTags(tags);
        };
    }

    /** The same with another value of a field. */
    public ImageMarks with(ImageField field, String value) {
        return new ImageMarks(
                field == ImageField.LIKED ? Integer.parseInt(value) : liked,
                field == ImageField.FAVOURITE ? Boolean.parseBoolean(value) : favourite,
                field == ImageField.TAGS ? FieldText.tags(value) : tags);
    }
}
