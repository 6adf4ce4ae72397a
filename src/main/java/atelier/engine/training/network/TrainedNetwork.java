package atelier.engine.training.network;

import ai.djl.ndarray.NDManager;
import atelier.model.job.CancelToken;

/**
 * Networks over weights that are trained. Runs on the lane.
 *
 * @param <B> what a batch is
 */
public interface TrainedNetwork<B> extends AutoCloseable {

    /**
     * What training makes smaller, for a batch. Where gradients are recorded, the way from the
     * weights to the total is.
     *
     * @param owner closes the losses and all on the way to them
     * @param cancel asked between blocks
     */
    Losses losses(NDManager owner, B batch, CancelToken cancel);

    /** Frees the programs; the weights stay their owner's. */
    @Override
    void close();
}
