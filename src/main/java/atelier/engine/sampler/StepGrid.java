package atelier.engine.sampler;

import java.util.Arrays;

/**
 * The points that a schedule gives a sampler: for each step the time the model is told and the
 * noise σ at which the step starts, both falling. Where the last step ends is the sampler's choice.
 */
final class StepGrid {

    private final double[] timesteps;
    private final double[] sigmas;
    private final boolean startsPartWay;
    private final boolean visitsTrainingSteps;

    private StepGrid(
            double[] timesteps,
            double[] sigmas,
            boolean startsPartWay,
            boolean visitsTrainingSteps) {
        this.timesteps = timesteps;
        this.sigmas = sigmas;
        this.startsPartWay = startsPartWay;
        this.visitsTrainingSteps = visitsTrainingSteps;
    }

    /**
     * Steps at these times.
     *
     * @param startsPartWay see {@link #startsPartWay()}
     */
    static StepGrid ofTimesteps(double[] timesteps, NoiseSchedule noise, boolean startsPartWay) {
        double[] sigmas = Arrays.stream(timesteps).map(noise::sigmaAt).toArray();
        return new StepGrid(timesteps, sigmas, startsPartWay, true);
    }

    /**
     * Steps at these noise levels.
     *
     * @param startsPartWay see {@link #startsPartWay()}
     */
    static StepGrid ofSigmas(
            double[] sigmas, NoiseSchedule noise, StepLayout layout, boolean startsPartWay) {
        double[] timesteps =
                Arrays.stream(sigmas).map(noise::timestepOf).map(layout::round).toArray();
        return new StepGrid(timesteps, sigmas, startsPartWay, false);
    }

    int steps() {
        return sigmas.length;
    }

    double timestep(int step) {
        return timesteps[step];
    }

    double sigma(int step) {
        return sigmas[step];
    }

    double[] timesteps() {
        return timesteps.clone();
    }

    /** σ at the start of each step, then {@code last}. */
    double[] sigmasTo(double last) {
        double[] extended = Arrays.copyOf(sigmas, sigmas.length + 1);
        extended[sigmas.length] = last;
        return extended;
    }

    /**
     * Whether the first point lies below the last training step, so that the first latent stands
     * for signal and noise: its variance is then σ²+1, not σ².
     */
    boolean startsPartWay() {
        return startsPartWay;
    }

    /** Whether σ comes from the times; else the times come from σ and lie near. */
    boolean visitsTrainingSteps() {
        return visitsTrainingSteps;
    }
}
