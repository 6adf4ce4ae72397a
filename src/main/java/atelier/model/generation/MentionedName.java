package atelier.model.generation;

import org.jspecify.annotations.Nullable;

/**
 * A sampler or schedule as another tool calls it.
 *
 * @param text the name as it stands in the image
 * @param id ours for the same thing; null where there is none, so that it must be chosen anew
 */
public record MentionedName(String text, @Nullable String id) {}
