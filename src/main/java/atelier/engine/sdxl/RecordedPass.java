package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Parameter;
import atelier.model.job.CancelToken;
import java.util.List;

/** Keeps everything that the way back needs: the fastest, and the largest in memory. */
final class RecordedPass implements TrainingPass {

    private final Autograd autograd;
    private final NDManager owner;
    private final NDArray prediction;
    private final List<Parameter> parameters;

    /**
     * @param owner of the prediction; closed with this pass
     * @param prediction made while gradients were recorded
     */
    RecordedPass(
            Autograd autograd, NDManager owner, NDArray prediction, List<Parameter> parameters) {
        this.autograd = autograd;
        this.owner = owner;
        this.prediction = prediction;
        this.parameters = parameters;
    }

    @Override
    public NDArray prediction() {
        return prediction;
    }

    @Override
    public void backward(NDArray gradient, CancelToken cancel) {
        cancel.check();
        autograd.backward(owner, prediction, gradient, List.of(), parameters);
    }

    @Override
    public void close() {
        owner.close();
    }
}
