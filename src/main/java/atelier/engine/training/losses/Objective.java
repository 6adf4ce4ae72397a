package atelier.engine.training.losses;

import atelier.engine.sampler.NoiseSchedule;
import atelier.model.generation.PredictionType;

/**
 * What the UNet is given and what it should answer (Ho et al. 2020; Salimans and Ho 2022).
 *
 * @param schedule the noise the model was trained with
 * @param prediction what it predicts
 */
public record Objective(NoiseSchedule schedule, PredictionType prediction) {

    /** The noisy latents √ᾱ x₀ + √(1−ᾱ) ε. */
    public float[] input(Example example) {
        return schedule.addNoise(example.latents(), example.noise(), example.timestep());
    }

    /** The noise ε, or the velocity √ᾱ ε − √(1−ᾱ) x₀. */
    public float[] target(Example example) {
        return switch (prediction) {
            case EPSILON -> example.noise();
            case V_PREDICTION ->
                    schedule.velocity(example.latents(), example.noise(), example.timestep());
        };
    }
}
