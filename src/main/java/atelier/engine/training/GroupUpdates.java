package atelier.engine.training;

import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.training.optimizers.OptimizerState;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Changes groups of parameters by the gradients of batches: all at once, each group by an optimizer
 * of its own.
 *
 * @param <B> what a batch is
 */
final class GroupUpdates<B> {

    private static final double NORM_EPSILON = 1e-6;

    private final List<ParameterGroup> groups;
    private final BatchLoss<B> gradients;
    private final UpdateRules rules;
    private long done;

    /**
     * @param groups at least one; the rate of the first is told
     */
    GroupUpdates(List<ParameterGroup> groups, BatchLoss<B> gradients, UpdateRules rules) {
        this.groups = List.copyOf(groups);
        this.gradients = gradients;
        this.rules = rules;
    }

    /** How many there were. */
    long done() {
        return done;
    }

    /**
     * One update; see {@link LoraTrainer#update}. Gradients are shortened by the length of those of
     * all groups together.
     */
    Update update(List<B> batches, CancelToken cancel) {
        groups.forEach(group -> group.store().clearGradients());
        List<Double> losses = new ArrayList<>();
        for (B batch : batches) {
            losses.add(
                    requireFinite(gradients.add(batch, 1.0 / batches.size(), cancel), "loss is"));
        }
        double norm = requireFinite(norm(ParameterStore::gradientNorm), "gradient is");
        double most = rules.maxGradientNorm();
        if (most > 0 && norm > most) {
            groups.forEach(group -> group.store().scaleGradients(most / (norm + NORM_EPSILON)));
        }
        double factor = rules.schedule().factor(done, rules.updates());
        double used = groups.getFirst().step(factor);
        groups.stream().skip(1).forEach(group -> group.step(factor));
        requireFinite(norm(ParameterStore::valueNorm), "weights are");
        done++;
        groups.forEach(group -> group.moveAverage(done));
        return new Update(losses, norm, used);
    }

    /** That of all groups; of a single one to the bit its own. */
    private double norm(ToDoubleFunction<ParameterStore> part) {
        return groups.stream()
                .map(ParameterGroup::store)
                .mapToDouble(part)
                .reduce(Math::hypot)
                .orElseThrow();
    }

    /** The loss alone; see {@link LoraTrainer#loss}. */
    double loss(B batch, CancelToken cancel) {
        return requireFinite(gradients.loss(batch, cancel), done, "loss on the probe is");
    }

    private double requireFinite(double number, String what) {
        return requireFinite(number, done + 1, what);
    }

    private double requireFinite(double number, long step, String what) {
        if (!Double.isFinite(number)) {
            throw new NotFiniteException(
                    "Training stopped in step %d, as its %s no longer finite: %s"
                            .formatted(step, what, rules.advice()));
        }
        return number;
    }

    /** A copy of everything that later updates depend on. */
    TrainerState state() {
        SequencedMap<String, FloatTensor> weights = new LinkedHashMap<>();
        SequencedMap<String, FloatTensor> averages = new LinkedHashMap<>();
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        SequencedMap<String, Double> numbers = new LinkedHashMap<>();
        for (ParameterGroup group : groups) {
            weights.putAll(group.store().tensors());
            averages.putAll(group.averages());
            group.addTo(tensors, numbers);
        }
        return new TrainerState(done, weights, averages, new OptimizerState(tensors, numbers));
    }

    /** Goes on from a state; see {@link LoraTrainer#restore}. */
    void restore(TrainerState state) {
        Set<String> rest = new HashSet<>(state.weights().keySet());
        for (ParameterGroup group : groups) {
            group.requireFit(state);
            rest.removeAll(group.store().parameters().keySet());
        }
        if (!rest.isEmpty()) {
            throw ParameterStore.unfit();
        }
        restore(state.optimizer());
        groups.forEach(group -> group.restoreNumbers(state));
        done = state.done();
    }

    private void restore(OptimizerState state) {
        List<OptimizerState> before = groups.stream().map(ParameterGroup::optimizer).toList();
        try {
            groups.forEach(group -> group.restoreOptimizer(group.own(state)));
        } catch (AtelierException e) {
            for (int i = 0; i < groups.size(); i++) {
                groups.get(i).restoreOptimizer(before.get(i));
            }
            throw e;
        }
    }
}
