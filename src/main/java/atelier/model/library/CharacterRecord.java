package atelier.model.library;

import java.time.Instant;
import java.util.List;

/**
 * A character that is, or shall be, trained.
 *
 * @param slug name of its folder; never changes
 * @param name what it is called
 * @param type what its adapter is to teach
 * @param trigger what calls it up in a prompt; may be empty in a draft
 * @param state where it is in its life
 * @param note what its owner wrote about it
 * @param favourite whether it is shown first
 * @param tags in the order written
 * @param created when
 * @param archived whether it is out of lists and choices
 */
public record CharacterRecord(
        String slug,
        String name,
        AdapterType type,
        String trigger,
        CharacterState state,
        String note,
        boolean favourite,
        List<String> tags,
        Instant created,
        boolean archived) {

    /** Copies the tags. */
    public CharacterRecord {
        tags = List.copyOf(tags);
    }

    /** A field as text. */
    public String value(CharacterField field) {
        return switch (field) {
            case NAME -> name;
            case TYPE -> type.name();
            case TRIGGER -> trigger;
            case STATE -> state.name();
            case NOTE -> note;
            case FAVOURITE -> Boolean.toString(favourite);
            case TAGS -> FieldText.ofTags(tags);
            case ARCHIVED -> Boolean.toString(archived);
        };
    }

    /** The same with another value of a field. */
    public CharacterRecord with(CharacterField field, String value) {
        boolean isTags = field == CharacterField.TAGS;
        return new CharacterRecord(
                slug,
                field == CharacterField.NAME ? value : name,
                field == CharacterField.TYPE ? AdapterType.valueOf(value) : type,
                field == CharacterField.TRIGGER ? value : trigger,
                field == CharacterField.STATE ? CharacterState.valueOf(value) : state,
                field == CharacterField.NOTE ? value : note,
                field == CharacterField.FAVOURITE ? Boolean.parseBoolean(value) : favourite,
                isTags ? FieldText.tags(value) : tags,
                created,
                field == CharacterField.ARCHIVED ? Boolean.parseBoolean(value) : archived);
    }
}
