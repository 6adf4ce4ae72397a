package atelier.model.library;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What its owner thinks of an image.
 *
 * @param liked 1 for liked, -1 for disliked, 0 for neither
 * @param favourite whether it is one
 * @param tags in the order written
 * @param stars 1 to 5; 0 for none
 * @param comment what its owner wrote about it; may be empty
 */
public record ImageMarks(
        int liked, boolean favourite, List<String> tags, int stars, String comment) {

    /** The most stars. */
    public static final int MOST_STARS = 5;

    /** Nothing yet. */
    public static final ImageMarks NONE = new ImageMarks(0, false, List.of(), 0, "");

    /** Copies the tags, and keeps numbers in their ranges; a comment that is missing is empty. */
    public ImageMarks {
        liked = Integer.signum(liked);
        tags = List.copyOf(tags);
        stars = Math.clamp(stars, 0, MOST_STARS);
        comment = Objects.requireNonNullElse(comment, "");
    }

    /**
     * What the image is worth, 1 to 5: its stars, else 5 where it is liked and 1 where it is
     * disliked; empty where nothing is said.
     */
    public OptionalInt worth() {
        if (stars > 0) {
            return OptionalInt.of(stars);
        }
        return switch (liked) {
            case 1 -> OptionalInt.of(MOST_STARS);
            case -1 -> OptionalInt.of(1);
            default -> OptionalInt.empty();
        };
    }

    /** A field as text. */
    public String value(ImageField field) {
        return switch (field) {
            case LIKED -> Integer.toString(liked);
            case FAVOURITE -> Boolean.toString(favourite);
            case TAGS -> FieldText.ofTags(tags);
            case STARS -> Integer.toString(stars);
            case COMMENT -> comment;
        };
    }

    /** The same with another value of a field. */
    public ImageMarks with(ImageField field, String value) {
        return new ImageMarks(
                field == ImageField.LIKED ? Integer.parseInt(value) : liked,
                field == ImageField.FAVOURITE ? Boolean.parseBoolean(value) : favourite,
                field == ImageField.TAGS ? FieldText.tags(value) : tags,
                field == ImageField.STARS ? Integer.parseInt(value) : stars,
                field == ImageField.COMMENT ? value : comment);
    }
}
