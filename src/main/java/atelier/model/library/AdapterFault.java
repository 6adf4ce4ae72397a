package atelier.model.library;

/** What an adapter may lack of what its type must have. */
public enum AdapterFault {
    /** Nothing. */
    NONE,
    /** Its LoRA file is not there. */
    NO_FILE,
    /** Nothing calls it up. */
    NO_TRIGGER,
    /** A style is called up by one word, and it has several. */
    SEVERAL_WORDS
}
