package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Torch;
import atelier.model.job.CancelToken;
import java.util.List;

/** Keeps everything that the way back needs: the fastest, and the largest in memory. */
final class RecordedPass implements TrainingPass {

    private final Autograd autograd;
    private final NDManager owner;
    private final NDArray prediction;
    private final List<Block> blocks;
    private final List<Parameter> parameters;

    /**
     * Makes the prediction.
     *
     * @param owner of everything made; closed with this pass
     * @param values those from outside, and room for all others
     */
    RecordedPass(
            Torch torch,
            Autograd autograd,
            Tape tape,
            NDManager owner,
            NDArray[] values,
            CancelToken cancel) {
        this.autograd = autograd;
        this.owner = owner;
        this.blocks = tape.steps().reversed().stream().map(Step::block).toList();
        this.parameters = blocks.stream().flatMap(block -> block.trained().stream()).toList();
        this.prediction =
                torch.withGradients(() -> {
                    tape.run(owner, values, value -> false, cancel, Tape.Evaluation.PLAIN);
                    return values[values.length - 1];
                });
    }

    @Override
    public NDArray prediction() {
        return prediction;
    }

    @Override
    public void backward(NDArray gradient, GradientUse use, CancelToken cancel) {
        cancel.check();
        List<NDArray> leaves =
                blocks.stream().flatMap(block -> block.trainedAtOnce().stream()).toList();
        List<NDArray> found = autograd.backward(owner, prediction, gradient, leaves, parameters);
        int first = 0;
        for (Block block : blocks) {
            List<NDArray> own = block.trainedAtOnce();
            if (!own.isEmpty()) {
                use.take(own, found.subList(first, first + own.size()));
                first += own.size();
            }
        }
    }

    @Override
    public void close() {
        owner.close();
    }
}
