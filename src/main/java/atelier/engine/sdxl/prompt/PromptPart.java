package atelier.engine.sdxl.prompt;

/** A piece of a prompt after its attention syntax has been read. */
public sealed interface PromptPart {

    /**
     * Text to which one weight applies.
     *
     * @param text brackets and escapes removed
     * @param weight 1 is neutral; finite as a float
     */
    record Text(String text, double weight) implements PromptPart {}

    /** The word {@code BREAK}: what follows starts a new chunk. */
    record Break() implements PromptPart {}
}
