package atelier.model.generation;

/**
 * Words that give any prompt the same look.
 *
 * @param name what it is called
 * @param prompt what is added; where it holds {@code {prompt}}, the prompt goes there
 * @param negative what is added to what the image is to avoid; may be empty
 */
public record PromptStyle(String name, String prompt, String negative) {

    private static final String PLACE = "{prompt}";

    /** A prompt in this style. */
    public String styled(String words) {
        return prompt.contains(PLACE) ? prompt.replace(PLACE, words) : joined(words, prompt);
    }

    /** What an image in this style is to avoid. */
    public String avoiding(String words) {
        return joined(words, negative);
    }

    private static String joined(String first, String second) {
        return first.isBlank() || second.isBlank()
                ? first.strip() + second.strip()
                : first.strip() + ", " + second.strip();
    }
}
