package atelier.model.library;

/** What can be changed of a character. */
public enum CharacterField {
    /** What it is called. */
    NAME,
    /** What its adapter is to teach: the name of an {@link AdapterType}. */
    TYPE,
    /** What calls it up. */
    TRIGGER,
    /** Where it is in its life: the name of a {@link CharacterState}. */
    STATE,
    /** What its owner wrote about it. */
    NOTE,
    /** Whether it is a favourite: true or false. */
    FAVOURITE,
    /** Its tags, with commas between. */
    TAGS,
    /** Whether it is out of lists and choices: true or false. */
    ARCHIVED
}
