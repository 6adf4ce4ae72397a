package atelier.model.review;

/**
 * What cells share that differ in the adapter and its strength alone.
 *
 * @param model what makes them
 * @param sampling sampler, steps and guidance
 * @param prompt what to show
 * @param seed of the noise
 */
public record CellRow(
        ComparedModel model, CellSampling sampling, ComparedPrompt prompt, long seed) {}
