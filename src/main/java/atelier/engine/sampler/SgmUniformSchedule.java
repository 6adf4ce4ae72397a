package atelier.engine.sampler;

import java.util.Arrays;

/**
 * Even steps in time from the last training step, the one at time 0 left out, with σ linear in ln σ
 * between training steps: the schedule of Stability AI's generative-models, which few-step adapters
 * such as Lightning expect.
 */
record SgmUniformSchedule() implements Schedule {

    @Override
    public StepGrid grid(
            NoiseSchedule noise, SchedulerConfig config, StepLayout layout, int steps) {
        double[] times = NumPy.linspace(noise.trainSteps() - 1, 0, steps + 1);
        double[] sigmas = Arrays.stream(times, 0, steps).map(noise::sigmaAtByLog).toArray();
        return StepGrid.ofSigmas(sigmas, noise, layout, false);
    }
}
