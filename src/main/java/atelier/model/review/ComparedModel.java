package atelier.model.review;

import atelier.model.generation.ModelChoice;
import org.jspecify.annotations.Nullable;

/**
 * A base model on an axis of a comparison.
 *
 * @param name tells it from the others on the axis
 * @param choice where it lies
 * @param sha256 of its UNet's file, by which it is known again; null where that cannot be had
 */
public record ComparedModel(String name, ModelChoice choice, @Nullable String sha256) {}
