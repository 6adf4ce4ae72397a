package atelier.engine.training;

import atelier.engine.training.losses.LossWeight;
import atelier.engine.training.schedules.LearningRateSchedule;
import atelier.model.training.DeltaSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingTargets;
import java.util.List;

/**
 * How a run trains.
 *
 * @param targets which layers are trained
 * @param delta how the change of each is expressed
 * @param emaDecay most of the weights' moving average that stays at an update, below 1; 0 keeps
 *     none
 * @param updates how many there will be in all, at least 1
 * @param optimization how the numbers are changed
 * @param textEncoders learning rates of the text encoders
 * @param schedule how the rate goes over the run
 * @param maxGradientNorm longer gradients are shortened to it; 0 never
 * @param weights how much each place counts in the loss
 * @param checkpointed whether parts of the UNet are computed again on the way back, to keep less
 */
public record TrainerSettings(
        TrainingTargets targets,
        DeltaSettings delta,
        double emaDecay,
        long updates,
        OptimizerSettings optimization,
        TextEncoderSettings textEncoders,
        LearningRateSchedule schedule,
        double maxGradientNorm,
        List<LossWeight> weights,
        boolean checkpointed) {

    /** Copies the list. */
    public TrainerSettings {
        weights = List.copyOf(weights);
    }

    /** Those without an average. */
    public TrainerSettings(
            TrainingTargets targets,
            DeltaSettings delta,
            long updates,
            OptimizerSettings optimization,
            TextEncoderSettings textEncoders,
            LearningRateSchedule schedule,
            double maxGradientNorm,
            List<LossWeight> weights,
            boolean checkpointed) {
        this(
                targets,
                delta,
                0,
                updates,
                optimization,
                textEncoders,
                schedule,
                maxGradientNorm,
                weights,
                checkpointed);
    }
}
