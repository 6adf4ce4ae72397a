package atelier.engine.sampler;

import java.util.Arrays;

/**
 * A schedule that is a curve in σ between two ends.
 *
 * <p>The ends are the model's whole range for samplers that lay whole steps; for Euler's family
 * they are those of the checkpoint's own spacing, so that with SDXL's leading steps a Karras curve
 * starts where leading would, as in diffusers.
 */
interface SigmaCurve extends Schedule {

    /** σ at a share of the way, 0 at {@code largest} and 1 at {@code smallest}. */
    double sigma(double largest, double smallest, double share);

    @Override
    default StepGrid grid(
            NoiseSchedule noise, SchedulerConfig config, StepLayout layout, int steps) {
        double largest = noise.sigma(noise.trainSteps() - 1);
        double smallest = noise.sigma(0);
        if (!layout.curveSpansAll()) {
            StepGrid spaced =
                    new SpacedSchedule(config.spacing()).grid(noise, config, layout, steps);
            largest = spaced.sigma(0);
            smallest = spaced.sigma(steps - 1);
        }
        double top = largest;
        double bottom = smallest;
        double[] sigmas =
                Arrays.stream(NumPy.linspace(0, 1, steps))
                        .map(share -> sigma(top, bottom, share))
                        .toArray();
        return StepGrid.ofSigmas(sigmas, noise, layout, config.spacing() == Spacing.LEADING);
    }
}
