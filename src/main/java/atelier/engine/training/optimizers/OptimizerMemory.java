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

/** What an optimizer keeps between updates, by name: arrays in fp32, and numbers. */
final class OptimizerMemory implements AutoCloseable {

    private final Torch torch;
    private final Program program;
    private final NDManager owner;
    private final SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();
    private final SequencedMap<String, Double> numbers = new LinkedHashMap<>();

    OptimizerMemory(Torch torch) {
        this.torch = torch;
        this.program = torch.load("training/parameters");
        this.owner = torch.newManager();
    }

    /** Adds an array, all zero. */
    NDArray zeros(String name, long... shape) {
        NDArray array = torch.zeros(owner, shape);
        if (arrays.put(name, array) != null) {
            throw new IllegalArgumentException("two arrays are called " + name);
        }
        return array;
    }

    /** Overwrites an array with another of its shape. */
    void copy(NDArray array, NDArray source) {
        try (NDManager call = torch.newManager()) {
            program.call(call, "copy", array, source);
        }
    }

    /** Adds a number, or changes it. */
    void set(String name, double value) {
        numbers.put(name, value);
    }

    /** A number as it was set last. */
    double get(String name) {
        Double value = numbers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing is called " + name);
        }
        return value;
    }

    /** Counts one up, and gives it. */
    double increment(String name) {
        set(name, get(name) + 1);
        return get(name);
    }

    /** A copy of everything. */
    OptimizerState state() {
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) ->
                tensors.put(name, new FloatTensor(shape(array), torch.toFloats(array))));
        return new OptimizerState(tensors, numbers);
    }

    /**
     * Sets everything from a state.
     *
     * @throws atelier.model.AtelierException if something is missing or has another shape; nothing
     *     is changed then
     */
    void restore(OptimizerState state) {
        numbers.keySet().forEach(state::number);
        arrays.forEach((name, array) -> state.tensor(name, shape(array)));
        numbers.replaceAll((name, _) -> state.number(name));
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
