package atelier.model.training;

/**
 * A prompt that a run draws previews of.
 *
 * @param text of the prompt
 * @param leakCheck whether it lacks the trigger, so that the subject should not be seen
 */
public record RunPrompt(String text, boolean leakCheck) {}
