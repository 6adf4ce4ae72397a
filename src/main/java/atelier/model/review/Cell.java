package atelier.model.review;

/**
 * One image of a comparison.
 *
 * @param id twelve hexadecimal digits that stay the same wherever the files lie and whatever else
 *     is compared; equal only for cells made of the same things in the same way
 * @param model what makes it
 * @param column which adapter, and how strongly it acts
 * @param sampling sampler, steps and guidance
 * @param prompt what to show
 * @param seed of the noise
 */
public record Cell(
        String id,
        ComparedModel model,
        Column column,
        CellSampling sampling,
        ComparedPrompt prompt,
        long seed) {

    /** Whether another cell differs from this one in the seed alone. */
    public boolean isBeside(Cell other) {
        return model.equals(other.model)
                && column.equals(other.column)
                && sampling.equals(other.sampling)
                && prompt.equals(other.prompt);
    }

    /** What it shares with those that differ from it in the adapter and its strength alone. */
    public CellRow row() {
        return new CellRow(model, sampling, prompt, seed);
    }

    /** Whether another cell differs from this one in the adapter and its strength alone. */
    public boolean isAcross(Cell other) {
        return row().equals(other.row());
    }
}
