package atelier.engine.training.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.model.training.OptimizerSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), as in PyTorch:
 *
 * <pre>
 * w ← w (1 − lr λ)
 * m ← β₁ m + (1−β₁) g,  v ← β₂ v + (1−β₂) g²
 * w ← w − lr/(1−β₁ᵗ) · m / (√v/√(1−β₂ᵗ) + ε)
 * </pre>
 */
final class AdamW implements Optimizer {

    /** How the registry knows it. */
    static final class Type implements OptimizerType {

        @Override
        public String id() {
            return "adamw";
        }

        @Override
        public OptimizerSettings usual() {
            return new OptimizerSettings(id(), 1e-4, 0.01, 0.9, 0.999, 1e-8);
        }

        @Override
        public Optimizer create(Torch torch, ParameterStore store, OptimizerSettings settings) {
            return new AdamW(torch, store, settings);
        }
    }

    private static final String UPDATES = "updates";

    private final Torch torch;
    private final ParameterStore store;
    private final OptimizerSettings settings;
    private final Program program;
    private final StateArrays arrays;
    private final NDArray mean;
    private final NDArray square;
    private long count;

    AdamW(Torch torch, ParameterStore store, OptimizerSettings settings) {
        this.torch = torch;
        this.store = store;
        this.settings = settings;
        this.program = torch.load("training/optimizers/adamw");
        this.arrays = new StateArrays(torch);
        long size = store.values().size();
        this.mean = arrays.zeros("mean", size);
        this.square = arrays.zeros("square", size);
    }

    @Override
    public double step(double learningRate) {
        count++;
        try (NDManager call = torch.newManager()) {
            NDArray numbers =
                    torch.reals(
                            call,
                            learningRate,
                            settings.beta1(),
                            settings.beta2(),
                            settings.epsilon(),
                            settings.weightDecay());
            program.callMany(
                    call,
                    "step",
                    List.of(
                            List.of(store.values()),
                            List.of(store.gradients()),
                            List.of(mean),
                            List.of(square),
                            List.of(torch.floats(call, new float[] {count}))),
                    numbers);
        }
        return learningRate;
    }

    @Override
    public OptimizerState state() {
        SequencedMap<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(UPDATES, (double) count);
        return arrays.state(numbers);
    }

    @Override
    public void restore(OptimizerState state) {
        double updates = state.number(UPDATES);
        arrays.restore(state);
        count = (long) updates;
    }

    @Override
    public void close() {
        arrays.close();
        program.close();
    }
}
