package atelier.model.library;

/** What can be changed of an adapter. */
public enum AdapterField {
    /** What it is called. */
    NAME,
    /** What it teaches: the name of an {@link AdapterType}. */
    TYPE,
    /** What calls it up. */
    TRIGGER,
    /** Slug of the character that it was trained on; empty for none. */
    CHARACTER,
    /** What its owner wrote about it. */
    NOTE,
    /** Whether it is a favourite: true or false. */
    FAVOURITE,
    /** Its tags, with commas between. */
    TAGS,
    /** Whether it is out of lists and choices: true or false. */
    ARCHIVED
}
