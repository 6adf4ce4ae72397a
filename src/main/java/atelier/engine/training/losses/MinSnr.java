package atelier.engine.training.losses;

import atelier.model.generation.PredictionType;

/**
 * Lets nearly clean pictures count less (Hang et al. 2023, "Efficient Diffusion Training via
 * Min-SNR Weighting Strategy"): min(SNR, γ)/SNR for a model that predicts noise, min(SNR, γ)/(SNR +
 * 1) for one that predicts velocity.
 *
 * @param gamma γ, above 0; 5 is usual
 */
public record MinSnr(double gamma) implements LossWeight {

    @Override
    public void apply(float[] weights, Example example, Objective objective) {
        double snr = objective.schedule().snr(example.timestep());
        double divisor = objective.prediction() == PredictionType.V_PREDICTION ? snr + 1 : snr;
        // Noise alone has no ratio; the limit of min(SNR, γ)/SNR there is 1.
        double factor = divisor == 0 ? 1 : Math.min(snr, gamma) / divisor;
        LossWeight.scale(weights, factor);
    }
}
