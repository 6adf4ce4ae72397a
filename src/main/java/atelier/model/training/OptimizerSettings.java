package atelier.model.training;

/**
 * How gradients become changes of the weights. An optimizer leaves alone what it has no use for.
 *
 * @param optimizer its id in the registry
 * @param learningRate the largest of the run, above 0; for optimizers that find their own rate a
 *     factor of it
 * @param weightDecay share of each weight taken away at a learning rate of 1, at least 0
 * @param beta1 share of the old mean of gradients that stays, 0 to below 1
 * @param beta2 share of the old mean of squared gradients that stays, 0 to below 1
 * @param epsilon added to the divisor, above 0
 */
public record OptimizerSettings(
        String optimizer,
        double learningRate,
        double weightDecay,
        double beta1,
        double beta2,
        double epsilon) {}
