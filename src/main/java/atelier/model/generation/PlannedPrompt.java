package atelier.model.generation;

/**
 * Images that a prompt comes to and that differ in their seed alone.
 *
 * @param text without choices and wildcards
 * @param seed of the first; image k has seed + k
 * @param count how many
 */
public record PlannedPrompt(String text, long seed, int count) {}
