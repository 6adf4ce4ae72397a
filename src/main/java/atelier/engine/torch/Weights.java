package atelier.engine.torch;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;

/**
 * The dictionary that a program's method takes: arrays under the names that the program's text
 * uses.
 *
 * <p>An array remembers its name, as DJL passes dictionaries by the names of arrays, so it belongs
 * to one dictionary entry at a time. The arrays stay their owner's.
 */
public final class Weights {

    /** No dictionary at all. */
    static final Weights NONE = new Weights(List.of());

    private final List<NDArray> arrays;

    private Weights(List<NDArray> arrays) {
        this.arrays = arrays;
    }

    /** A dictionary of these entries, at least one. */
    public static Weights of(Map<String, NDArray> entries) {
        entries.forEach((name, array) -> array.setName("w." + name));
        return new Weights(List.copyOf(entries.values()));
    }

    List<NDArray> arrays() {
        return arrays;
    }
}
