package atelier.engine.training.losses;

import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.prompt.PromptChunks;

/** The caption of a picture, as a step of training takes it. */
public sealed interface Caption {

    /**
     * What the text encoders made of it.
     *
     * @throws IllegalArgumentException if it is to go through them first
     */
    default TextStates states() {
        throw new IllegalArgumentException("tokens, but the text encoders are not trained");
    }

    /**
     * What the text encoders made of it once: all that is needed while they are not trained.
     *
     * @param states of the caption
     */
    record Encoded(TextStates states) implements Caption {}

    /**
     * What goes through the text encoders in each step, as they are trained.
     *
     * @param chunks of tokens that all weigh 1
     */
    record Tokens(PromptChunks chunks) implements Caption {}
}
