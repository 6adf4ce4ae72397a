package atelier.model.generation;

/**
 * Something in a prompt that is more than words.
 *
 * @param kind what it is
 * @param start of it in the prompt, counted in chars
 * @param end of it, the first char after
 * @param words what it is about: the words weighed, the wildcard's name, the trigger
 * @param amount the weight of {@link Kind#WEIGHT}; how many there are to choose from for {@link
 *     Kind#CHOICE} and {@link Kind#WILDCARD}, of which a wildcard that is not there has 0; else 0
 */
public record PromptMark(Kind kind, int start, int end, String words, double amount) {

    /** What stands in a prompt. */
    public enum Kind {
        /** Words that call up an adapter. */
        TRIGGER,
        /** Words with a weight of their own: {@code (words:1.2)}. */
        WEIGHT,
        /** One image for each of several wordings: <code>{a|b|c}</code>. */
        CHOICE,
        /** A line of a file, drawn for each image: {@code __name__}. */
        WILDCARD
    }
}
