package atelier.model.training;

/**
 * How a step is computed.
 *
 * @param batchSize pictures that go through the UNet together, at least 1
 * @param gradientAccumulation batches whose gradients make one step, at least 1
 * @param maxGradientNorm longer gradients are shortened to it; 0 never
 * @param checkpointing whether parts of the UNet are computed again on the way back, to keep less
 */
public record StepSettings(
        int batchSize,
        int gradientAccumulation,
        double maxGradientNorm,
        Checkpointing checkpointing) {

    /** How many pictures make one step. */
    public int picturesPerStep() {
        return batchSize * gradientAccumulation;
    }
}
