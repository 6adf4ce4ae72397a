package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Torch;
import atelier.model.job.CancelToken;

/** One prediction of a network that the gradients of what is trained can be had of, once. */
public sealed interface TrainingPass extends AutoCloseable permits RecordedPass, CheckpointedPass {

    /**
     * Makes the prediction.
     *
     * @param given the values of the tape that come from outside; they stay their owner's
     * @param checkpointed whether to keep little and compute twice
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
     * Adds to the gradient of each trained parameter.
     *
     * @param gradient of the loss with respect to the prediction, in its shape and type
     * @param cancel asked between blocks; when it ends the work, some gradients are incomplete
     */
    void backward(NDArray gradient, CancelToken cancel);

    @Override
    void close();
}
