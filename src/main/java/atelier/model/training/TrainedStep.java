package atelier.model.training;

import org.jspecify.annotations.Nullable;

/**
 * What a step of a run came to.
 *
 * @param step from 1
 * @param loss mean of its batches
 * @param smoothed the loss without its ups and downs
 * @param learningRate used
 * @param seconds that it took
 * @param probe mean loss on the fixed probe after it; null where it was not taken
 */
public record TrainedStep(
        long step,
        double loss,
        double smoothed,
        double learningRate,
        double seconds,
        @Nullable Double probe) {}
