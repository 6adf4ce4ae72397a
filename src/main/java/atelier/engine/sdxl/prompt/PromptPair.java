package atelier.engine.sdxl.prompt;

/**
 * A prompt and its negative, brought to the same number of chunks so that one batch holds both.
 *
 * @param positive what to draw
 * @param negative what to steer away from
 */
public record PromptPair(PromptChunks positive, PromptChunks negative) {

    public PromptPair {
        if (positive.count() != negative.count()) {
            throw new IllegalArgumentException(
                    positive.count() + " chunks against " + negative.count());
        }
    }
}
