package atelier.engine.training;

import atelier.engine.torch.Torch;
import atelier.engine.training.optimizers.Optimizer;
import atelier.engine.training.optimizers.OptimizerState;
import atelier.engine.training.optimizers.Optimizers;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.weights.FloatTensor;
import atelier.model.training.OptimizerSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is trained of one network, at a rate and with an optimizer of its own. */
final class ParameterGroup implements AutoCloseable {

    private final String prefix;
    private final ParameterStore store;
    private final Optimizer optimizer;
    private final double rate;
    private final @Nullable WeightAverage average;

    /**
     * @param prefix what the names in the optimizer's state begin with, unlike other groups'
     * @param store of the network; its names are unlike those of other groups'
     * @param emaDecay of the moving average; 0 keeps none
     * @param rate learning rate, in place of that of the settings
     */
    ParameterGroup(
            Torch torch,
            String prefix,
            ParameterStore store,
            OptimizerSettings settings,
            double emaDecay,
            double rate) {
        this.prefix = prefix;
        this.store = store;
        this.optimizer = Optimizers.get(settings.optimizer()).create(torch, store, settings);
        this.rate = rate;
        this.average = emaDecay > 0 ? new WeightAverage(torch, store, emaDecay) : null;
    }

    /** To be called when the numbers were set as a run begins. */
    void begin() {
        if (average != null) {
            average.begin();
        }
    }

    /** To be called after an update, with how many there were. */
    void moveAverage(long done) {
        if (average != null) {
            average.move(done);
        }
    }

    /** Does work while the average stands in the store, if there is one. */
    <T> T during(Supplier<T> work) {
        return average == null ? work.get() : average.during(work);
    }

    /** A copy of the average by name; empty where there is none. */
    Map<String, FloatTensor> averages() {
        return average == null ? Map.of() : average.tensors();
    }

    ParameterStore store() {
        return store;
    }

    /**
     * One update.
     *
     * @param factor of the learning rate at this moment
     * @return the rate that was used
     */
    double step(double factor) {
        return optimizer.step(rate * factor);
    }

    OptimizerState optimizer() {
        return optimizer.state();
    }

    void restoreOptimizer(OptimizerState state) {
        optimizer.restore(state);
    }

    /** Checks that numbers and averages are those of this group. */
    void requireFit(TrainerState state) {
        store.requireFit(own(store, state.weights()));
        if (average != null) {
            store.requireFit(own(store, state.averages()));
        }
    }

    /** Sets numbers and averages. */
    void restoreNumbers(TrainerState state) {
        store.restore(own(store, state.weights()));
        if (average != null) {
            average.restore(own(store, state.averages()));
        }
    }

    private static SequencedMap<String, FloatTensor> own(
            ParameterStore store, Map<String, FloatTensor> all) {
        SequencedMap<String, FloatTensor> own = new LinkedHashMap<>(all);
        own.keySet().retainAll(store.parameters().keySet());
        return own;
    }

    /** Adds this optimizer's state to that of all, under names of its own. */
    void addTo(SequencedMap<String, FloatTensor> tensors, SequencedMap<String, Double> numbers) {
        OptimizerState state = optimizer.state();
        state.tensors().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
        state.numbers().forEach((name, number) -> numbers.put(prefix + name, number));
    }

    /** This optimizer's part of the state of all. */
    OptimizerState own(OptimizerState all) {
        return new OptimizerState(own(all.tensors()), own(all.numbers()));
    }

    private <T> SequencedMap<String, T> own(Map<String, T> all) {
        SequencedMap<String, T> own = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return own;
    }

    /** Closes the optimizer and the average; the store stays its owner's. */
    @Override
    public void close() {
        if (average != null) {
            average.close();
        }
        optimizer.close();
    }
}
