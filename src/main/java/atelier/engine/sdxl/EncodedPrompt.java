package atelier.engine.sdxl;

import org.jspecify.annotations.Nullable;

/**
 * The prompts of an image as the UNet takes them, for as many images as one likes.
 *
 * @param positive what to show
 * @param negative what to avoid; null runs without guidance
 */
public record EncodedPrompt(TextStates positive, @Nullable TextStates negative) {}
