package atelier.service.prompt;

import java.util.List;

/** A piece of a prompt as its user wrote it. */
sealed interface PromptPiece {

    /** Where it begins in the prompt, in chars. */
    int start();

    /** The first char after it. */
    int end();

    /**
     * Words, and whatever the text encoders' own syntax makes of them.
     *
     * @param text as the encoders get it
     */
    record Words(int start, int end, String text) implements PromptPiece {}

    /**
     * Several wordings.
     *
     * @param options each as its own pieces
     */
    record Choice(int start, int end, List<List<PromptPiece>> options) implements PromptPiece {

        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * A line of a file.
     *
     * @param name of the file, without its ending
     */
    record Wildcard(int start, int end, String name) implements PromptPiece {}
}
