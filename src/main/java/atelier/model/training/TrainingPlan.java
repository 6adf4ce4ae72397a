package atelier.model.training;

/**
 * Every number that a run is trained by. Each component is a setting of the same name.
 *
 * @param steps updates of the adapter, at least 1
 * @param seed of everything random
 * @param targets which layers are trained
 * @param rank width of each layer's branch, at least 1
 * @param alpha the branches are multiplied by alpha/rank, above 0
 * @param optimizer its id in the registry
 * @param learningRate of the optimizer, above 0
 * @param learningRateSchedule its id in the registry
 * @param warmUpSteps over which the learning rate rises from 0
 * @param weightDecay share of each weight taken away at a learning rate of 1, at least 0
 * @param maxGradientNorm longer gradients are shortened to it; 0 never
 * @param batchSize pictures that go through the UNet together, at least 1
 * @param gradientAccumulation batches whose gradients make one step, at least 1
 * @param resolution side of a square picture, in pixels; others have the same area
 * @param upscale whether pictures smaller than that are enlarged
 * @param minSnrGamma γ of min-SNR weighting; 0 is off
 * @param noiseOffset strength of the shift of whole channels of the noise; 0 is off
 * @param checkpointing whether the UNet is computed twice to save memory
 * @param precision of the adapter's file
 */
public record TrainingPlan(
        int steps,
        long seed,
        TrainingTargets targets,
        int rank,
        double alpha,
        String optimizer,
        double learningRate,
        String learningRateSchedule,
        int warmUpSteps,
        double weightDecay,
        double maxGradientNorm,
        int batchSize,
        int gradientAccumulation,
        int resolution,
        boolean upscale,
        double minSnrGamma,
        double noiseOffset,
        Checkpointing checkpointing,
        AdapterPrecision precision) {}
