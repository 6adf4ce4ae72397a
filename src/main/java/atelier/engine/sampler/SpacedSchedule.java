package atelier.engine.sampler;

/**
 * Visits training steps; σ is the model's own there.
 *
 * @param spacing which training steps
 */
record SpacedSchedule(Spacing spacing) implements Schedule {

    @Override
    public StepGrid grid(
            NoiseSchedule noise, SchedulerConfig config, StepLayout layout, int steps) {
        double[] timesteps =
                spacing.timesteps(noise.trainSteps(), steps, config.stepsOffset(), layout);
        return StepGrid.ofTimesteps(timesteps, noise, spacing == Spacing.LEADING);
    }
}
