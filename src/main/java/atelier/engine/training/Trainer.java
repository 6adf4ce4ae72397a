package atelier.engine.training;

import atelier.engine.training.losses.Batch;
import atelier.model.job.CancelToken;
import java.util.List;
import java.util.function.Supplier;

/**
 * Trains something of a model, update by update. Everything runs on the lane; what goes in and
 * comes out are plain numbers.
 */
public sealed interface Trainer extends AutoCloseable permits LoraTrainer, FullTrainer {

    /** Sets what is trained as a run begins, from that seed. */
    void initialize(long seed);

    /** Does work while the model computes with what would be saved now. */
    <T> T withResult(Supplier<T> work);

    /** A copy of everything that later updates depend on. */
    TrainerState state();

    /**
     * Goes on from a state that a trainer of the same settings gave.
     *
     * @throws atelier.model.AtelierException if the state is of other settings; nothing is changed
     *     then
     */
    void restore(TrainerState state);

    /** How many updates there were. */
    long done();

    /**
     * One update.
     *
     * @param batches whose gradients are averaged, at least one
     * @param cancel asked between blocks; nothing is changed if it ends the work
     * @throws atelier.engine.sdxl.NotFiniteException if a number is infinite or none; what is
     *     trained may be lost then
     */
    Update update(List<Batch> batches, CancelToken cancel);

    /**
     * How well what is trained does on a batch as it is: the mean of the squared errors, without
     * the weights that training has. No gradient is made and nothing is changed.
     *
     * @param cancel asked between blocks
     * @throws atelier.engine.sdxl.NotFiniteException if it is infinite or not a number
     */
    double loss(Batch batch, CancelToken cancel);

    /** Leaves the model as it was. */
    @Override
    void close();
}
