package atelier.engine.sampler;

import atelier.model.generation.PredictionType;
import java.nio.file.Path;

/**
 * What a checkpoint says of its noise and how it wants to be sampled: the part of a diffusers
 * {@code scheduler_config.json} that any sampler needs.
 *
 * @param betas the noise it was trained with
 * @param zeroTerminalSnr whether that noise is rescaled so that the last training step is noise
 *     alone
 * @param prediction what the UNet predicts
 * @param spacing which training steps its own sampler visits; the ends of σ curves come from it
 * @param stepsOffset added to {@link Spacing#LEADING} steps
 * @param endsAtSmallestSigma whether the last step ends at the noise of the first training step
 *     instead of at none
 * @param alphaToOne whether DDIM's and LCM's last step ends at ᾱ = 1 instead of at the first
 *     training step's
 */
public record SchedulerConfig(
        Betas betas,
        boolean zeroTerminalSnr,
        PredictionType prediction,
        Spacing spacing,
        int stepsOffset,
        boolean endsAtSmallestSigma,
        boolean alphaToOne) {

    /** SDXL's own settings, which hold for checkpoints in a single file. */
    public static final SchedulerConfig SDXL =
            new SchedulerConfig(
                    new Betas.ScaledLinear(0.00085, 0.012, 1000),
                    false,
                    PredictionType.EPSILON,
                    Spacing.LEADING,
                    1,
                    false,
                    false);

    /**
     * Reads a {@code scheduler_config.json}; what it leaves out is as in {@link #SDXL}.
     *
     * @throws atelier.model.AtelierException if it cannot be read, a value is out of range, or it
     *     asks for a kind of noise or prediction that is not supported
     */
    public static SchedulerConfig read(Path file) {
        return SchedulerConfigReader.read(file);
    }

    /** The same, predicting this. */
    public SchedulerConfig withPrediction(PredictionType other) {
        return new SchedulerConfig(
                betas,
                zeroTerminalSnr,
                other,
                spacing,
                stepsOffset,
                endsAtSmallestSigma,
                alphaToOne);
    }

    /** The same, with or without zero terminal SNR. */
    public SchedulerConfig withZeroTerminalSnr(boolean zero) {
        return new SchedulerConfig(
                betas, zero, prediction, spacing, stepsOffset, endsAtSmallestSigma, alphaToOne);
    }
}
