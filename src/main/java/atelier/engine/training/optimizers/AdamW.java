package atelier.engine.training.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import java.util.List;

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
        public Optimizer create(Torch torch, ParameterStore store, OptimizerSettings settings) {
            return new AdamW(torch, store, settings);
        }
    }

    private final Torch torch;
    private final ParameterStore store;
    private final OptimizerSettings settings;
    private final Program program;
    private final NDManager owner;
    private final NDArray mean;
    private final NDArray square;
    private long count;

    AdamW(Torch torch, ParameterStore store, OptimizerSettings settings) {
        this.torch = torch;
        this.store = store;
        this.settings = settings;
        this.program = torch.load("training/optimizers/adamw");
        this.owner = torch.newManager();
        long size = store.values().size();
        this.mean = torch.zeros(owner, size);
        this.square = torch.zeros(owner, size);
    }

    @Override
    public void step(double learningRate) {
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
    }

    @Override
    public void close() {
        owner.close();
        program.close();
    }
}
