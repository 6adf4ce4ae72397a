package atelier.engine.training;

import atelier.model.job.CancelToken;

/**
 * What training makes smaller.
 *
 * @param <B> what a batch is
 */
interface BatchLoss<B> {

    /**
     * Adds the gradients of a batch to those of what is trained.
     *
     * @param share by which the gradients are multiplied: one over the number of batches of an
     *     update
     * @param cancel asked between blocks
     * @return the loss
     */
    double add(B batch, double share, CancelToken cancel);

    /** The loss alone. */
    double loss(B batch, CancelToken cancel);
}
