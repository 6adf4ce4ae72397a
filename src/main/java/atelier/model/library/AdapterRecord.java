package atelier.model.library;

import java.time.Instant;
import java.util.List;

/**
 * An adapter in the library.
 *
 * @param file its name in the workspace's folder of adapters; never changes
 * @param name what it is called
 * @param type what it teaches
 * @param trigger what calls it up in a prompt
 * @param character slug of the character that it was trained on; empty for none
 * @param note what its owner wrote about it
 * @param favourite whether it is shown first
 * @param tags in the order written
 * @param sha256 of the file
 * @param bytes the file's size
 * @param added when
 * @param archived whether it is out of lists and choices
 */
public record AdapterRecord(
        String file,
        String name,
        AdapterType type,
        String trigger,
        String character,
        String note,
        boolean favourite,
        List<String> tags,
        String sha256,
        long bytes,
        Instant added,
        boolean archived) {

    /** Copies the tags. */
    public AdapterRecord {
        tags = List.copyOf(tags);
    }

    /** A field as text. */
    public String value(AdapterField field) {
        return switch (field) {
            case NAME -> name;
            case TYPE -> type.name();
            case TRIGGER -> trigger;
            case CHARACTER -> character;
            case NOTE -> note;
            case FAVOURITE -> Boolean.toString(favourite);
            case TAGS -> FieldText.ofTags(tags);
            case ARCHIVED -> Boolean.toString(archived);
        };
    }

    /** The same with another content of its file. */
    public AdapterRecord withContent(String otherSha256, long otherBytes) {
        return new AdapterRecord(
                file,
                name,
                type,
                trigger,
                character,
                note,
                favourite,
                tags,
                otherSha256,
                otherBytes,
                added,
                archived);
    }

    /** The same with another value of a field. */
    public AdapterRecord with(AdapterField field, String value) {
        boolean isTags = field == AdapterField.TAGS;
        return new AdapterRecord(
                file,
                field == AdapterField.NAME ? value : name,
                field == AdapterField.TYPE ? AdapterType.valueOf(value) : type,
                field == AdapterField.TRIGGER ? value : trigger,
                field == AdapterField.CHARACTER ? value : character,
                field == AdapterField.NOTE ? value : note,
                field == AdapterField.FAVOURITE ? Boolean.parseBoolean(value) : favourite,
                isTags ? FieldText.tags(value) : tags,
                sha256,
                bytes,
                added,
                field == AdapterField.ARCHIVED ? Boolean.parseBoolean(value) : archived);
    }
}
