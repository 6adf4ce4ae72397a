package atelier.engine.training.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.model.training.OptimizerSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * {@link Adafactor} for parameters that are each changed the moment their gradient is known, so
 * that no two gradients need be in memory together. Parameters in bf16 are computed with in fp32
 * and rounded up or down by chance, in proportion to how near either is: rounding to the nearest
 * would lose every step smaller than a 256th of the weight (Gupta et al. 2015, "Deep Learning with
 * Limited Numerical Precision").
 */
public final class AdafactorAtOnce implements AutoCloseable {

    private static final String UPDATES = "updates";

    /**
     * One parameter and what is kept of its gradients.
     *
     * @param squares all of them, or those of rows
     * @param columns squares of columns; null where all are kept
     */
    private record Kept(NDArray value, NDArray squares, @Nullable NDArray columns) {}

    private final Torch torch;
    private final OptimizerSettings settings;
    private final Program program;
    private final OptimizerMemory memory;
    private final SequencedMap<String, Kept> parameters = new LinkedHashMap<>();
    private double rate;

    /**
     * @param values what is trained, by name
     * @throws IllegalArgumentException if the settings ask for momentum, for which there is no room
     */
    public AdafactorAtOnce(Torch torch, Map<String, NDArray> values, OptimizerSettings settings) {
        if (settings.beta1() != 0) {
            throw new IllegalArgumentException("momentum of parameters that are changed at once");
        }
        this.torch = torch;
        this.settings = settings;
        this.program = torch.load("training/optimizers/adafactor");
        this.memory = new OptimizerMemory(torch);
        memory.set(UPDATES, 0);
        values.forEach((name, value) -> parameters.put(name, kept(name, value)));
    }

    private Kept kept(String name, NDArray value) {
        long[] shape = value.getShape().getShape();
        int last = shape.length - 1;
        return last < 1
                ? new Kept(value, memory.zeros(name + ".square", shape), null)
                : new Kept(
                        value,
                        memory.zeros(name + ".row", Adafactor.without(shape, last)),
                        memory.zeros(name + ".column", Adafactor.without(shape, last - 1)));
    }

    /**
     * Begins an update.
     *
     * @return the rate that is used in it
     */
    public double begin(double learningRate) {
        rate = learningRate * Adafactor.ownRate(settings.adafactor(), memory.increment(UPDATES));
        return rate;
    }

    /**
     * Changes one parameter, once in each update.
     *
     * @param gradient in the parameter's shape and type
     * @param key of the chance in rounding: another for each parameter and update
     */
    public void change(String name, NDArray gradient, long key) {
        Kept kept = parameters.get(name);
        if (kept == null) {
            throw new IllegalArgumentException("nothing trained is called " + name);
        }
        try (NDManager call = torch.newManager()) {
            NDArray numbers =
                    torch.reals(call, Adafactor.numbers(settings, memory.get(UPDATES), rate));
            NDArray halves = torch.longs(call, new long[] {(int) key, (int) (key >> 32)}, 2);
            NDArray columns = kept.columns();
            if (columns == null) {
                program.call(
                        call,
                        "vector_at_once",
                        numbers,
                        kept.value(),
                        gradient,
                        kept.squares(),
                        halves);
            } else {
                program.call(
                        call,
                        "matrix_at_once",
                        numbers,
                        kept.value(),
                        gradient,
                        kept.squares(),
                        columns,
                        halves);
            }
        }
    }

    /** A copy of all that is remembered between updates. */
    public OptimizerState state() {
        return memory.state();
    }

    /**
     * Goes on from a state.
     *
     * @throws atelier.model.AtelierException if it is of other parameters; nothing is changed then
     */
    public void restore(OptimizerState state) {
        memory.restore(state);
    }

    @Override
    public void close() {
        memory.close();
        program.close();
    }
}
