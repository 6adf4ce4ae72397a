package atelier.model.training;

/**
 * What counts how much in the loss.
 *
 * @param minSnrGamma γ of min-SNR weighting; 0 is off
 */
public record LossSettings(double minSnrGamma) {}
