package atelier.engine.training.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.weights.FloatTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The arrays that an optimizer keeps between updates, fp32, by name. */
final class StateArrays implements AutoCloseable {

    private final Torch torch;
    private final Program program;
    private final NDManager owner;
    private final SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();

    StateArrays(Torch torch) {
        this.torch = torch;
        this.program = torch.load("training/parameters");
        this.owner = torch.newManager();
    }

    /** Adds one, all zero. */
    NDArray zeros(String name, long... shape) {
        NDArray array = torch.zeros(owner, shape);
        if (arrays.put(name, array) != null) {
            throw new IllegalArgumentException("two arrays are called " + name);
        }
        return array;
    }

    /** Overwrites one with another of its shape. */
    void copy(NDArray array, NDArray source) {
        try (NDManager call = torch.newManager()) {
            program.call(call, "copy", array, source);
        }
    }

    /** A copy of all, with those numbers. */
    OptimizerState state(SequencedMap<String, Double> numbers) {
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) ->
                tensors.put(name, new FloatTensor(shape(array), torch.toFloats(array))));
        return new OptimizerState(tensors, numbers);
    }

    /**
     * Sets all from a state.
     *
     * @throws atelier.model.AtelierException if one is missing or has another shape; nothing is
     *     changed then
     */
    void restore(OptimizerState state) {
        arrays.forEach((name, array) -> state.tensor(name, shape(array)));
        arrays.forEach((name, array) -> {
            try (NDManager call = torch.newManager()) {
                long[] shape = array.getShape().getShape();
                copy(array, torch.floats(call, state.tensor(name, shape(array)), shape));
            }
        });
    }

    private static List<Long> shape(NDArray array) {
        return Arrays.stream(array.getShape().getShape()).boxed().toList();
    }

    @Override
    public void close() {
        owner.close();
        program.close();
    }
}
