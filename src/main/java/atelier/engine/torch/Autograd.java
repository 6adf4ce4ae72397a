package atelier.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * Reverse-mode differentiation of what programs computed under {@link Torch#withGradients}.
 *
 * <p>Gradients of parameters are added up in arrays of their own, so that several batches, or the
 * parts of one network one after the other, sum there without another buffer.
 */
public final class Autograd implements AutoCloseable {

    private final Torch torch;
    private final Program program;

    /** Loads the program that goes back. */
    public Autograd(Torch torch) {
        this.torch = torch;
        this.program = torch.load("torch/autograd");
    }

    /**
     * The same numbers, in the same memory, as the beginning of a new record: gradients reach it
     * and nothing before it.
     */
    public NDArray leaf(NDManager owner, NDArray array) {
        torch.lane().check();
        PtNDArray leaf = JniUtils.detachGradient((PtNDArray) array);
        leaf.attach(owner);
        leaf.setRequiresGradient(true);
        return leaf;
    }

    /**
     * Goes back from a result, once: its record is freed.
     *
     * @param owner closes the gradients
     * @param result what was computed under {@link Torch#withGradients} from at least one of the
     *     leaves
     * @param gradient of the loss with respect to the result, in its shape and type
     * @param inputs leaves whose gradients are wanted; zeros where the result does not depend on
     *     one
     * @param parameters whose gradients are added to what is there
     * @return the gradients of the inputs
     */
    public List<NDArray> backward(
            NDManager owner,
            NDArray result,
            NDArray gradient,
            List<NDArray> inputs,
            List<Parameter> parameters) {
        if (inputs.isEmpty() && parameters.isEmpty()) {
            return List.of();
        }
        List<NDArray> leaves = new ArrayList<>(inputs);
        parameters.forEach(parameter -> leaves.add(parameter.value()));
        NDList found =
                parameters.isEmpty()
                        ? program.callMany(owner, "backward", List.of(leaves), result, gradient)
                        : program.callMany(
                                owner,
                                "accumulate",
                                List.of(
                                        leaves,
                                        parameters.stream().map(Parameter::gradient).toList()),
                                result,
                                gradient);
        return List.copyOf(found);
    }

    @Override
    public void close() {
        program.close();
    }
}
