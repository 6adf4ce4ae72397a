package atelier.model.training;

/**
 * What counts how much in the loss.
 *
 * @param minSnrGamma γ of min-SNR weighting; 0 is off
 * @param debiasedEstimation whether noisy pictures count more, by one over the root of their
 *     signal-to-noise ratio; multiplied with min-SNR where both are on
 * @param maskedLoss what pictures' masks are used for
 * @param priorLossWeight how much regularisation pictures count, at least 0; others count 1
 */
public record LossSettings(
        double minSnrGamma,
        boolean debiasedEstimation,
        MaskUse maskedLoss,
        double priorLossWeight) {}
