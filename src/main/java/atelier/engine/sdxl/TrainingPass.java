package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import atelier.model.job.CancelToken;

/** One prediction of a network that the gradients of what is trained can be had of, once. */
public sealed interface TrainingPass extends AutoCloseable permits RecordedPass, CheckpointedPass {

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
