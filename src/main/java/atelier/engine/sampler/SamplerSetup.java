package atelier.engine.sampler;

import atelier.model.generation.PredictionType;

/**
 * What a sampler is made from.
 *
 * @param noise the model's noise schedule
 * @param config the checkpoint's settings
 * @param schedule which noise levels to visit
 * @param steps number of steps, 1 to the number of training steps
 * @param eta share of fresh noise, 0 to 1, in samplers that have the choice
 */
record SamplerSetup(
        NoiseSchedule noise, SchedulerConfig config, Schedule schedule, int steps, double eta) {

    /** The points of the run, laid as the sampler's family does. */
    StepGrid grid(StepLayout layout) {
        return schedule.grid(noise, config, layout, steps);
    }

    /**
     * The noise of a training step: as trained, which with zero terminal SNR is noise alone at the
     * last one; but for ε, which says nothing about the clean latent there, with a trace of signal.
     */
    NoiseLevel trainedLevel(int t) {
        return config.prediction() == PredictionType.EPSILON
                ? new NoiseLevel(noise.sigma(t))
                : noise.trainedLevel(t);
    }

    /** Where the last step ends: σ = 0, or the noise of the first training step. */
    double finalSigma() {
        return config.endsAtSmallestSigma() ? noise.sigma(0) : 0;
    }
}
