package atelier.engine.training.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.training.AdafactorSettings;
import atelier.model.training.OptimizerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Adafactor (Shazeer and Stern 2018, "Adafactor: Adaptive Learning Rates with Sublinear Memory
 * Cost"): of the mean squares of a matrix it keeps those of rows and columns only, so that it needs
 * next to no memory. With relative steps it sets its own rate, min(10⁻², 1/√t), and the learning
 * rate is a factor of that; 1 is usual.
 *
 * <pre>
 * V ← β V + (1−β) (g² + ε₁), kept as row · column; β = 1 − t^−0.8
 * u ← g/√V;  u ← u / max(1, rms(u));  α = lr · max(ε₂, rms(w)), or lr alone
 * w ← w − α λ w − α u
 * </pre>
 */
final class Adafactor implements Optimizer {

    /** How the registry knows it. */
    static final class Type implements OptimizerType {

        @Override
        public String id() {
            return "adafactor";
        }

        @Override
        public OptimizerSettings usual() {
            return OptimizerSettings.of(id(), 1e-4, 0).withBetas(0, 0.999);
        }

        @Override
        public double usualRate(OptimizerSettings settings) {
            return settings.adafactor().relativeStep() ? 1 : settings.learningRate();
        }

        @Override
        public long remembered(List<Slot> trained, OptimizerSettings settings) {
            long means = settings.beta1() > 0 ? Slot.numbers(trained) : 0;
            return means + trained.stream().mapToLong(Type::squares).sum();
        }

        /** Those of rows and columns; of a vector, all. */
        private static long squares(Slot slot) {
            List<Long> shape = slot.shape();
            int last = shape.size() - 1;
            return last < 1
                    ? slot.size()
                    : slot.size() / shape.get(last) + slot.size() / shape.get(last - 1);
        }

        @Override
        public Optimizer create(Torch torch, ParameterStore store, OptimizerSettings settings) {
            return new Adafactor(torch, store, settings);
        }
    }

    private static final String UPDATES = "updates";
    private static final double SQUARE_FLOOR = 1e-30;
    private static final double SCALE_FLOOR = 1e-3;
    private static final double UNSCALED = -1;
    private static final double DECAY_EXPONENT = -0.8;
    private static final double LARGEST_STEP = 1e-2;
    private static final double WARM_UP_STEP = 1e-6;

    /**
     * One parameter and what is kept of its gradients.
     *
     * @param squares all of them, or those of rows
     * @param columns squares of columns; null where all are kept
     * @param mean of its updates; null without momentum
     */
    private record Kept(
            NDArray value,
            NDArray gradient,
            NDArray squares,
            @Nullable NDArray columns,
            @Nullable NDArray mean) {}

    private final Torch torch;
    private final OptimizerSettings settings;
    private final AdafactorSettings own;
    private final Program program;
    private final OptimizerMemory memory;
    private final List<Kept> parameters = new ArrayList<>();

    Adafactor(Torch torch, ParameterStore store, OptimizerSettings settings) {
        this.torch = torch;
        this.settings = settings;
        this.own = settings.adafactor();
        this.program = torch.load("training/optimizers/adafactor");
        this.memory = new OptimizerMemory(torch);
        memory.set(UPDATES, 0);
        store.parameters()
                .forEach((name, parameter) ->
                        parameters.add(kept(name, parameter.value(), parameter.gradient())));
    }

    private Kept kept(String name, NDArray value, NDArray gradient) {
        long[] shape = value.getShape().getShape();
        NDArray mean = settings.beta1() > 0 ? memory.zeros(name + ".mean", shape) : null;
        int last = shape.length - 1;
        if (last < 1) {
            return new Kept(value, gradient, memory.zeros(name + ".square", shape), null, mean);
        }
        NDArray rows = memory.zeros(name + ".row", without(shape, last));
        NDArray columns = memory.zeros(name + ".column", without(shape, last - 1));
        return new Kept(value, gradient, rows, columns, mean);
    }

    static long[] without(long[] shape, int axis) {
        return IntStream.range(0, shape.length)
                .filter(i -> i != axis)
                .mapToLong(i -> shape[i])
                .toArray();
    }

    @Override
    public double step(double learningRate) {
        double count = memory.increment(UPDATES);
        double rate = learningRate * ownRate(own, count);
        try (NDManager call = torch.newManager()) {
            NDArray numbers = torch.reals(call, numbers(settings, count, rate));
            for (Kept parameter : parameters) {
                step(parameter, numbers, rate > 0);
            }
        }
        return rate;
    }

    /** What the program takes along: the rate, and how quickly squares are forgotten. */
    static double[] numbers(OptimizerSettings settings, double count, double rate) {
        return new double[] {
            rate,
            settings.adafactor().scaleParameter() ? SCALE_FLOOR : UNSCALED,
            1 - Math.pow(count, DECAY_EXPONENT),
            SQUARE_FLOOR,
            settings.beta1(),
            settings.weightDecay()
        };
    }

    /** The factor of the learning rate in that update, counted from 1. */
    static double ownRate(AdafactorSettings own, double count) {
        if (!own.relativeStep()) {
            return 1;
        }
        double most = own.warmUpInit() ? WARM_UP_STEP * count : LARGEST_STEP;
        return Math.min(most, 1 / Math.sqrt(count));
    }

    private void step(Kept parameter, NDArray numbers, boolean moves) {
        try (NDManager call = torch.newManager()) {
            NDArray value = parameter.value();
            NDArray gradient = parameter.gradient();
            NDArray squares = parameter.squares();
            NDArray columns = parameter.columns();
            NDArray update =
                    columns == null
                            ? program.call(call, "vector", numbers, value, gradient, squares)
                            : program.call(
                                    call, "matrix", numbers, value, gradient, squares, columns);
            NDArray mean = parameter.mean();
            if (mean != null) {
                update = program.call(call, "smoothed", numbers, update, mean);
            }
            if (moves) {
                program.call(call, "move", numbers, value, update);
            }
        }
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
