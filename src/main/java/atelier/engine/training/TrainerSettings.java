package atelier.engine.training;

import atelier.engine.training.losses.LossWeight;
import atelier.engine.training.optimizers.OptimizerSettings;
import atelier.engine.training.optimizers.OptimizerType;
import atelier.engine.training.schedules.LearningRateSchedule;
import atelier.model.training.TrainingTargets;
import java.util.List;

/**
 * How a run trains.
 *
 * @param targets which layers get a branch
 * @param rank width of the branches, at least 1
 * @param alpha the branches are multiplied by alpha/rank
 * @param updates how many there will be in all, at least 1
 * @param optimizer how the numbers are changed
 * @param optimizerSettings its own
 * @param learningRate at a schedule's factor of 1
 * @param schedule how the rate goes over the run
 * @param maxGradientNorm longer gradients are shortened to it; 0 never
 * @param weights how much each place counts in the loss
 * @param checkpointed whether the UNet is computed twice to keep little of it
 */
public record TrainerSettings(
        TrainingTargets targets,
        int rank,
        double alpha,
        long updates,
        OptimizerType optimizer,
        OptimizerSettings optimizerSettings,
        double learningRate,
        LearningRateSchedule schedule,
        double maxGradientNorm,
        List<LossWeight> weights,
        boolean checkpointed) {

    /** Copies the list. */
    public TrainerSettings {
        weights = List.copyOf(weights);
    }
}
