package atelier.engine.sampler;

/** Chooses the noise levels that a sampler's steps visit. */
interface Schedule {

    /**
     * The points of a run.
     *
     * @param noise the model's noise schedule
     * @param config the checkpoint's settings, for the spacing beneath a curve and the offset
     * @param layout the sampler family's way to lay its steps
     * @param steps number of sampling steps, 1 to the number of training steps
     */
    StepGrid grid(NoiseSchedule noise, SchedulerConfig config, StepLayout layout, int steps);
}
