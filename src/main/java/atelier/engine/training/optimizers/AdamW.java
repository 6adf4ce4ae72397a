package atelier.engine.training.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.training.OptimizerSettings;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), as in PyTorch:
 *
 * <pre>
 * w ← w (1 − lr λ)
 * m ← β₁ m + (1−β₁) g,  v ← β₂ v + (1−β₂) g²
 * w ← w − lr/(1−β₁ᵗ) · m / (√v/√(1−β₂ᵗ) + ε)
 * </pre>
 *
 * With coupled decay it is Adam (Kingma and Ba 2015) with λ w added to the gradient.
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
            return OptimizerSettings.of(id(), 1e-4, 0.01);
        }

        @Override
        public long remembered(List<Slot> trained, OptimizerSettings settings) {
            return 2 * Slot.numbers(trained);
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
    private final OptimizerMemory memory;
    private final NDArray mean;
    private final NDArray square;

    AdamW(Torch torch, ParameterStore store, OptimizerSettings settings) {
        this.torch = torch;
        this.store = store;
        this.settings = settings;
        this.program = torch.load("training/optimizers/adamw");
        this.memory = new OptimizerMemory(torch);
        memory.set(UPDATES, 0);
        long size = store.values().size();
        this.mean = memory.zeros("mean", size);
        this.square = memory.zeros("square", size);
    }

    @Override
    public double step(double learningRate) {
        double count = memory.increment(UPDATES);
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
                    settings.decoupledDecay() ? "step" : "step_coupled",
                    List.of(
                            List.of(store.values()),
                            List.of(store.gradients()),
                            List.of(mean),
                            List.of(square),
                            List.of(torch.floats(call, new float[] {(float) count}))),
                    numbers);
        }
        return learningRate;
    }

    @Override
    public OptimizerState state() {
        return memory.state();
    }

    @Override
    public void restore(OptimizerState state) {
        memory.restore(state);
    }

    @Override
    public void close() {
        memory.close();
        program.close();
    }
}
