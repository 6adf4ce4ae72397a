package atelier.model.generation;

/**
 * How long a prompt is.
 *
 * @param used its tokens
 * @param room tokens in the chunks that it takes; a longer prompt takes one chunk more
 */
public record PromptTokens(int used, int room) {}
