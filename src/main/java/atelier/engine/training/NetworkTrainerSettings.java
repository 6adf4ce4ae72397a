package atelier.engine.training;

import atelier.engine.torch.ComputeType;
import atelier.engine.training.schedules.LearningRateSchedule;
import atelier.model.training.OptimizerSettings;

/**
 * How whole networks are trained.
 *
 * @param updates how many there will be in all, at least 1
 * @param optimization how the numbers are changed
 * @param schedule how the rate goes over the run
 * @param maxGradientNorm longer gradients are shortened to it; 0 never
 * @param emaDecay most of the weights' moving average that stays at an update, below 1; 0 keeps
 *     none
 * @param type what the networks compute in; what is trained stays fp32
 */
public record NetworkTrainerSettings(
        long updates,
        OptimizerSettings optimization,
        LearningRateSchedule schedule,
        double maxGradientNorm,
        double emaDecay,
        ComputeType type) {}
