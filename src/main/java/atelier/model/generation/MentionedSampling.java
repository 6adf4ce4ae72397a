package atelier.model.generation;

import org.jspecify.annotations.Nullable;

/**
 * How an image says it was sampled; null stands for what it does not say.
 *
 * @param sampler name of the sampler
 * @param schedule name of the noise schedule
 * @param steps number of steps
 * @param guidance classifier-free guidance scale
 * @param guidanceRescale share of the rescaled result, 0 to 1
 * @param eta share of fresh noise
 * @param seed of the image; one above 2⁶³ − 1 is kept as the same 64 bits
 * @param strength share of the noise schedule run over a picture; told for image-to-image only
 */
public record MentionedSampling(
        @Nullable MentionedName sampler,
        @Nullable MentionedName schedule,
        @Nullable Integer steps,
        @Nullable Double guidance,
        @Nullable Double guidanceRescale,
        @Nullable Double eta,
        @Nullable Long seed,
        @Nullable Double strength) {}
