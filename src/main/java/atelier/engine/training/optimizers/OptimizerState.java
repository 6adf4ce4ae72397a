package atelier.engine.training.optimizers;

import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Everything that an optimizer remembers between two updates, as plain numbers. Written to a file
 * and given back to a new optimizer of the same kind and parameters, it goes on to the bit.
 *
 * @param tensors arrays by name, always in the same order
 * @param numbers counters and the like by name, always in the same order; whoever writes them must
 *     keep every bit of the double
 */
public record OptimizerState(
        SequencedMap<String, FloatTensor> tensors, SequencedMap<String, Double> numbers) {

    /** Copies the maps, order and all. */
    public OptimizerState {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
        numbers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numbers));
    }

    /**
     * The array of that name.
     *
     * @throws AtelierException if there is none of that shape
     */
    float[] tensor(String name, List<Long> shape) {
        FloatTensor tensor = tensors.get(name);
        if (tensor == null || !tensor.shape().equals(shape)) {
            throw unfit("array '%s' of shape %s".formatted(name, shape));
        }
        return tensor.values();
    }

    /**
     * The number of that name.
     *
     * @throws AtelierException if there is none
     */
    double number(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw unfit("number '%s'".formatted(name));
        }
        return number;
    }

    private static AtelierException unfit(String what) {
        return new AtelierException(
                "The saved state of the optimizer has no %s: it was saved with another plan or is damaged; go on from an earlier checkpoint."
                        .formatted(what));
    }
}
