package atelier.engine.training.losses;

/**
 * Lets each place count as the picture's mask says.
 *
 * @param normalized whether to divide by the mask's mean, so that a small subject counts as much as
 *     a large one
 */
public record MaskedLoss(boolean normalized) implements LossWeight {

    @Override
    public void apply(float[] weights, Example example, Objective objective) {
        float[] mask = example.mask();
        if (mask == null) {
            return;
        }
        double sum = 0;
        for (float value : mask) {
            sum += value;
        }
        // An empty mask counts nowhere, with or without division.
        double divisor = normalized && sum > 0 ? sum / mask.length : 1;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (weights[i] * mask[i] / divisor);
        }
    }
}
