package atelier.engine.training.optimizers;

/**
 * What optimizers of Adam's kind are set by.
 *
 * @param beta1 share of the old mean of gradients that stays, 0 to below 1
 * @param beta2 share of the old mean of squared gradients that stays, 0 to below 1
 * @param epsilon added to the divisor, above 0
 * @param weightDecay share of each weight that an update takes away at a learning rate of 1, at
 *     least 0
 */
public record OptimizerSettings(double beta1, double beta2, double epsilon, double weightDecay) {

    /** The usual ones: 0.9, 0.999, 1e-8. */
    public static OptimizerSettings withDecay(double weightDecay) {
        return new OptimizerSettings(0.9, 0.999, 1e-8, weightDecay);
    }
}
