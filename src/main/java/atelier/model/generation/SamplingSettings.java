package atelier.model.generation;

/**
 * How latents are sampled.
 *
 * @param sampler id in the sampler registry, such as {@code euler} or {@code dpmpp-2m}
 * @param schedule id in the schedule registry, such as {@code leading} or {@code karras}
 * @param steps number of steps, at least 1
 * @param guidance classifier-free guidance scale (Ho and Salimans 2022); 1 and below runs without a
 *     negative prompt
 * @param guidanceRescale share of the rescaled result, 0 to 1 (Lin et al. 2023); 0 is off
 * @param eta share of fresh noise in samplers that have the choice: DDIM, and the ancestral ones; 0
 *     to 1
 */
public record SamplingSettings(
        String sampler,
        String schedule,
        int steps,
        double guidance,
        double guidanceRescale,
        double eta) {}
