package atelier.model.training;

/**
 * How gradients become changes of the weights. An optimizer leaves alone what it has no use for.
 *
 * @param optimizer its id in the registry
 * @param learningRate the largest of the run, above 0; for optimizers that find their own rate a
 *     factor of it
 * @param weightDecay share of each weight taken away at a learning rate of 1, at least 0
 * @param decoupledDecay whether weights decay by themselves, as in AdamW, or through the gradient,
 *     as in Adam; Lion's and Adafactor's always do by themselves
 * @param beta1 share of the old mean of gradients that stays, 0 to below 1
 * @param beta2 share of the old mean of squared gradients that stays, 0 to below 1
 * @param epsilon added to the divisor, above 0
 * @param prodigy what only Prodigy asks for
 * @param adafactor what only Adafactor asks for
 */
public record OptimizerSettings(
        String optimizer,
        double learningRate,
        double weightDecay,
        boolean decoupledDecay,
        double beta1,
        double beta2,
        double epsilon,
        ProdigySettings prodigy,
        AdafactorSettings adafactor) {

    /** Those with what is usual for all else. */
    public static OptimizerSettings of(String optimizer, double learningRate, double weightDecay) {
        return new OptimizerSettings(
                optimizer,
                learningRate,
                weightDecay,
                true,
                0.9,
                0.999,
                1e-8,
                ProdigySettings.USUAL,
                AdafactorSettings.USUAL);
    }

    /** The same with other shares. */
    public OptimizerSettings withBetas(double first, double second) {
        return new OptimizerSettings(
                optimizer,
                learningRate,
                weightDecay,
                decoupledDecay,
                first,
                second,
                epsilon,
                prodigy,
                adafactor);
    }

    /** The same with other settings of Adafactor. */
    public OptimizerSettings with(AdafactorSettings other) {
        return new OptimizerSettings(
                optimizer,
                learningRate,
                weightDecay,
                decoupledDecay,
                beta1,
                beta2,
                epsilon,
                prodigy,
                other);
    }
}
