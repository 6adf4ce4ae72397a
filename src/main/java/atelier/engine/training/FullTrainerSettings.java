package atelier.engine.training;

import atelier.engine.training.losses.LossWeight;
import atelier.engine.training.schedules.LearningRateSchedule;
import atelier.model.training.OptimizerSettings;
import java.util.List;

/**
 * How a run trains all weights of the UNet.
 *
 * @param updates how many there will be in all, at least 1
 * @param optimization Adafactor's, without momentum
 * @param schedule how the rate goes over the run
 * @param maxBlockNorm longer gradients of a block are shortened to it; 0 never
 * @param weights how much each place counts in the loss
 * @param seed of the chance in rounding
 */
public record FullTrainerSettings(
        long updates,
        OptimizerSettings optimization,
        LearningRateSchedule schedule,
        double maxBlockNorm,
        List<LossWeight> weights,
        long seed) {

    /** Copies the list. */
    public FullTrainerSettings {
        weights = List.copyOf(weights);
    }
}
