package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Torch;
import atelier.model.job.CancelToken;
import java.util.List;

/** One prediction of a network that the gradients of what is trained can be had of, once. */
public sealed interface TrainingPass extends AutoCloseable permits RecordedPass, CheckpointedPass {

    /** Takes gradients the moment they are known; what is left of them is freed. */
    @FunctionalInterface
    interface GradientUse {

        /**
         * Uses the gradients of one block, which the rest of the way back does not need any more:
         * neither them nor the block's parameters, which may change.
         *
         * @param leaves of {@link LayerChange.TrainedAtOnce}
         * @param gradients of each, in its shape and type
         */
        void take(List<NDArray> leaves, List<NDArray> gradients);
    }

    /**
     * Makes the prediction.
     *
     * @param given the values of the tape that come from outside; they stay their owner's
     * @param checkpointed whether to keep less and compute parts again
     */
    static TrainingPass of(
            Torch torch,
            Autograd autograd,
            Tape tape,
            NDArray[] given,
            boolean checkpointed,
            CancelToken cancel) {
        NDManager owner = torch.newManager();
        NDArray[] values = tape.values(given);
        try {
            return checkpointed || tape.hasOwnWayBack()
                    ? new CheckpointedPass(
                            torch, autograd, tape, owner, values, checkpointed, cancel)
                    : new RecordedPass(torch, autograd, tape, owner, values, cancel);
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    /** The prediction [batch, channels, h, w], fp32; closed with the pass. */
    NDArray prediction();

    /**
     * Adds to the gradient of each trained parameter, and hands over those of others.
     *
     * @param gradient of the loss with respect to the prediction, in its shape and type
     * @param use of gradients that are handed over, from the last block to the first
     * @param cancel asked between blocks; when it ends the work, some gradients are incomplete
     */
    void backward(NDArray gradient, GradientUse use, CancelToken cancel);

    /** The same where there are none to hand over. */
    default void backward(NDArray gradient, CancelToken cancel) {
        backward(
                gradient,
                (leaves, gradients) -> {
                    throw new IllegalStateException("gradients that nothing uses");
                },
                cancel);
    }

    @Override
    void close();
}
