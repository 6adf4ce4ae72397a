package atelier.engine.training.losses;

/**
 * Lets noisy pictures count more (Yu et al. 2024, "Debias the Training of Diffusion Models"):
 * 1/√SNR for a model that predicts noise, 1/(SNR + 1) for one that predicts velocity, as in
 * sd-scripts; an SNR above 1000 counts as 1000.
 */
public record DebiasedEstimation() implements LossWeight {

    private static final double MOST = 1000;

    @Override
    public void apply(float[] weights, Example example, Objective objective) {
        double snr = Math.min(objective.schedule().snr(example.timestep()), MOST);
        double factor =
                switch (objective.prediction()) {
                    // Of noise alone nothing is to be learnt by telling the noise.
                    case EPSILON -> snr == 0 ? 0 : 1 / Math.sqrt(snr);
                    case V_PREDICTION -> 1 / (snr + 1);
                };
        LossWeight.scale(weights, factor);
    }
}
