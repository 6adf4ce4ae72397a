package atelier.model.generation;

import org.jspecify.annotations.Nullable;

/**
 * An adapter as an image names it.
 *
 * @param file which one
 * @param weight factor on its change of the weights; null where the image does not tell
 */
public record MentionedAdapter(MentionedFile file, @Nullable Double weight) {}
