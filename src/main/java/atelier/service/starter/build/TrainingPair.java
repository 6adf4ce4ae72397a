package atelier.service.starter.build;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A picture as a network takes it, and what is to come out for it.
 *
 * @param picture [3, side, side]
 * @param wanted in the order of what the network says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TrainingPair(float[] picture, float[] wanted) {

    /** Makes a batch of what was drawn. */
    @FunctionalInterface
    interface Batch<B> {

        /** The batch of these pictures and of what is wanted for each. */
        B of(int side, List<float[]> pictures, List<float[]> wanted);
    }

    /**
     * Draws the pairs of a step, several at once.
     *
     * @param step of the stage; with the place in the batch it makes the seed of each
     * @param count of pairs
     * @param side of the pictures in pixels
     * @param draw makes the pair of a seed; called on several threads
     */
    static <B> B batch(
            StageContext context,
            long step,
            int count,
            int side,
            LongFunction<TrainingPair> draw,
            Batch<B> batch) {
        List<TrainingPair> pairs =
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> draw.apply(context.pictureSeed(step, i)))
                        .toList();
        return batch.of(
                side,
                pairs.stream().map(TrainingPair::picture).toList(),
                pairs.stream().map(TrainingPair::wanted).toList());
    }
}
