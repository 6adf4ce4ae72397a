package atelier.engine.training;

import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.training.optimizers.OptimizerState;
import atelier.engine.weights.FloatTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Everything that a trainer knows between two updates, as plain numbers: given to a new trainer of
 * the same settings, it goes on to the bit.
 *
 * @param done updates so far
 * @param weights what is trained, by name
 * @param averages of the weights, by the same names; empty where none are kept
 * @param optimizer what the optimizer remembers
 */
public record TrainerState(
        long done,
        SequencedMap<String, FloatTensor> weights,
        SequencedMap<String, FloatTensor> averages,
        OptimizerState optimizer) {

    /** Copies the maps. */
    public TrainerState {
        weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
        averages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(averages));
    }

    /**
     * Checks every number.
     *
     * @throws NotFiniteException if one is infinite or not a number, so that the state is not worth
     *     keeping
     */
    public void requireFinite() {
        requireFinite(weights);
        requireFinite(averages);
        requireFinite(optimizer.tensors());
        for (double number : optimizer.numbers().values()) {
            if (!Double.isFinite(number)) {
                throw notFinite();
            }
        }
    }

    private void requireFinite(Map<String, FloatTensor> tensors) {
        if (!tensors.values().stream().allMatch(FloatTensor::isFinite)) {
            throw notFinite();
        }
    }

    private NotFiniteException notFinite() {
        return new NotFiniteException(
                "After step %d something in the state of training is no longer a finite number, so it was not saved: lower learningRate, and go on from the last checkpoint."
                        .formatted(done));
    }
}
