package atelier.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What an update of whole networks came from.
 *
 * @param loss of the batch, before the update
 * @param parts what the loss was made of, by name
 * @param gradientNorm length of all gradients as one vector, before it was shortened
 * @param learningRate that the optimizer used
 */
public record NetworkUpdate(
        double loss, SequencedMap<String, Double> parts, double gradientNorm, double learningRate) {

    /** Copies the map. */
    public NetworkUpdate {
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    }
}
