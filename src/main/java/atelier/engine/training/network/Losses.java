package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The loss of a batch, and what it is made of.
 *
 * @param total one fp32 number, without axes
 * @param parts what is told of beside it, by name: one fp32 number each
 */
public record Losses(NDArray total, SequencedMap<String, NDArray> parts) {

    /** Copies the map. */
    public Losses {
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    }
}
