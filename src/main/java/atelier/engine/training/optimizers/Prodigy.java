package atelier.engine.training.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.ProdigySettings;
import java.util.List;

/**
 * Prodigy (Mishchenko and Defazio 2023, "Prodigy: An Expeditiously Adaptive Parameter-Free
 * Learner"): Adam whose rate is d, an estimate of the distance to the solution that grows as the
 * weights are seen to go one way. The learning rate is a factor of d; 1 is usual.
 *
 * <pre>
 * r ← β₃ r + d²/d₀ · lr ⟨g, w₀ − w⟩,  s ← β₃ s + d²/d₀ · lr · g,  β₃ = √β₂
 * m ← β₁ m + (1−β₁) d g,  v ← β₂ v + (1−β₂) d² g²
 * d ← max(d, c r / |s|₁)
 * w ← w (1 − lr d λ) − lr d · m / (√v + d ε)
 * </pre>
 */
final class Prodigy implements Optimizer {

    /** How the registry knows it. */
    static final class Type implements OptimizerType {

        @Override
        public String id() {
            return "prodigy";
        }

        @Override
        public OptimizerSettings usual() {
            return OptimizerSettings.of(id(), 1, 0.01);
        }

        @Override
        public long remembered(List<Slot> trained, OptimizerSettings settings) {
            return 4 * Slot.numbers(trained);
        }

        @Override
        public Optimizer create(Torch torch, ParameterStore store, OptimizerSettings settings) {
            return new Prodigy(torch, store, settings);
        }
    }

    private static final String UPDATES = "updates";
    private static final String DISTANCE = "d";
    private static final String LARGEST = "dMax";
    private static final String NUMERATOR = "dNumerator";

    private final Torch torch;
    private final ParameterStore store;
    private final OptimizerSettings settings;
    private final ProdigySettings own;
    private final Program program;
    private final OptimizerMemory memory;
    private final NDArray start;
    private final NDArray mean;
    private final NDArray square;
    private final NDArray weighted;

    Prodigy(Torch torch, ParameterStore store, OptimizerSettings settings) {
        this.torch = torch;
        this.store = store;
        this.settings = settings;
        this.own = settings.prodigy();
        this.program = torch.load("training/optimizers/prodigy");
        this.memory = new OptimizerMemory(torch);
        memory.set(UPDATES, 0);
        long size = store.values().size();
        this.start = memory.zeros("start", size);
        this.mean = memory.zeros("mean", size);
        this.square = memory.zeros("square", size);
        this.weighted = memory.zeros("weighted", size);
        memory.set(DISTANCE, own.d0());
        memory.set(LARGEST, own.d0());
        memory.set(NUMERATOR, 0);
    }

    /**
     * {@inheritDoc}
     *
     * <p>At a rate of 0 nothing is done, as the estimate would learn from weights that stand still.
     */
    @Override
    public double step(double learningRate) {
        if (learningRate == 0) {
            return 0;
        }
        double count = memory.get(UPDATES);
        if (count == 0) {
            memory.copy(start, store.values());
        }
        double before = memory.get(DISTANCE);
        double rate = before * learningRate * biasCorrection(count);
        if (!estimate(before, rate)) {
            return rate;
        }
        try (NDManager call = torch.newManager()) {
            NDArray numbers =
                    torch.reals(
                            call,
                            rate,
                            settings.decoupledDecay() ? rate * settings.weightDecay() : 0,
                            memory.get(DISTANCE) * settings.epsilon());
            program.call(call, "move", numbers, store.values(), mean, square);
        }
        memory.increment(UPDATES);
        return rate;
    }

    private double biasCorrection(double count) {
        if (!own.biasCorrection()) {
            return 1;
        }
        return Math.sqrt(1 - Math.pow(settings.beta2(), count + 1))
                / (1 - Math.pow(settings.beta1(), count + 1));
    }

    /**
     * Lets the means and d learn from the gradients; false where there have been none but zeros.
     */
    private boolean estimate(double d, double rate) {
        double beta3 = Math.sqrt(settings.beta2());
        double relative = d / own.d0();
        double moved;
        double spread;
        try (NDManager call = torch.newManager()) {
            NDArray numbers =
                    torch.reals(
                            call,
                            settings.beta1(),
                            d * (1 - settings.beta1()),
                            settings.beta2(),
                            d * d * (1 - settings.beta2()),
                            beta3,
                            relative * (own.safeguardWarmUp() ? d : rate),
                            settings.decoupledDecay() ? 0 : settings.weightDecay());
            double[] sums =
                    program.call(
                                    call,
                                    "gather",
                                    numbers,
                                    store.values(),
                                    start,
                                    store.gradients(),
                                    mean,
                                    square,
                                    weighted)
                            .toDoubleArray();
            moved = sums[0];
            spread = sums[1];
        }
        if (spread == 0) {
            return false;
        }
        double numerator = memory.get(NUMERATOR) * beta3 + relative * rate * moved;
        double estimate = own.dCoef() * numerator / spread;
        double first = d == own.d0() ? Math.max(d, estimate) : d;
        double largest = Math.max(memory.get(LARGEST), estimate);
        memory.set(NUMERATOR, numerator);
        memory.set(LARGEST, largest);
        memory.set(DISTANCE, Math.min(largest, first * own.growthRate()));
        return true;
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
