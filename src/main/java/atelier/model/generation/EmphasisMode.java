package atelier.model.generation;

/**
 * How the weights of a prompt such as {@code (word:1.2)} act on the text encoders' hidden states.
 */
public enum EmphasisMode {
    /** Each token's state times its weight, and nothing else: recommended for SDXL. */
    NO_NORM,
    /**
     * As before, then everything is scaled so that the mean over the whole chunk is what it was
     * without weights.
     */
    ORIGINAL
}
