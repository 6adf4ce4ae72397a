package atelier.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.weights.FloatTensor;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * The moving average of everything that is trained, fp32, kept beside it (Polyak and Juditsky
 * 1992): it is calmer than the numbers themselves, and what is written and drawn comes from it.
 *
 * <pre>
 * a ← d a + (1−d) w,  d = min(decay, (1+n)/(10+n)) after the nth update
 * </pre>
 *
 * The smaller share of the first updates lets the beginning be forgotten soon, as in TensorFlow's
 * ExponentialMovingAverage.
 */
final class WeightAverage implements AutoCloseable {

    private static final double WARM_UP = 10;

    private final Torch torch;
    private final ParameterStore store;
    private final double decay;
    private final Program program;
    private final NDManager owner;
    private final NDArray average;

    /**
     * Makes room, all zero.
     *
     * @param decay above 0, below 1
     */
    WeightAverage(Torch torch, ParameterStore store, double decay) {
        this.torch = torch;
        this.store = store;
        this.decay = decay;
        this.program = torch.load("training/average");
        this.owner = torch.newManager();
        this.average = torch.zeros(owner, store.values().size());
    }

    /** Begins with the numbers as they are. */
    void begin() {
        try (NDManager call = torch.newManager()) {
            program.call(call, "copy", average, store.values());
        }
    }

    /**
     * Takes the numbers in.
     *
     * @param updates how many there were, this one included
     */
    void move(long updates) {
        double share = 1 - Math.min(decay, (1.0 + updates) / (WARM_UP + updates));
        try (NDManager call = torch.newManager()) {
            program.call(
                    call,
                    "move",
                    average,
                    store.values(),
                    torch.floats(call, new float[] {(float) share}));
        }
    }

    /** Does work with the averages in the place of the numbers. */
    <T> T during(Supplier<T> work) {
        swap();
        try {
            return work.get();
        } finally {
            swap();
        }
    }

    /** A copy of the averages by name, in order. */
    SequencedMap<String, FloatTensor> tensors() {
        return during(store::tensors);
    }

    /** Sets all averages, which must fit. */
    void restore(Map<String, FloatTensor> tensors) {
        swap();
        try {
            store.restore(tensors);
        } finally {
            swap();
        }
    }

    private void swap() {
        try (NDManager call = torch.newManager()) {
            program.call(call, "swap", store.values(), average);
        }
    }

    @Override
    public void close() {
        owner.close();
        program.close();
    }
}
