package atelier.model.review;

/**
 * A prompt on an axis of a comparison.
 *
 * @param text with A1111 weights and {@code BREAK}
 * @param plain whether it asks for nobody in particular, so that what an adapter was trained on
 *     should not show in its images: the leak check
 */
public record ComparedPrompt(String text, boolean plain) {}
