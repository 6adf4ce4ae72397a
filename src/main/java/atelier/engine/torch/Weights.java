package atelier.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The dictionary that a program's method takes: arrays under the names that the program's text
 * uses. The arrays stay their owner's.
 */
public final class Weights {

    /** No dictionary at all. */
    static final Weights NONE = new Weights(List.of(), List.of());

    private final List<String> names;
    private final List<NDArray> arrays;

    private Weights(List<String> names, List<NDArray> arrays) {
        this.names = names;
        this.arrays = arrays;
    }

    /** A dictionary of these entries; without any it is left out of calls. */
    public static Weights of(Map<String, NDArray> entries) {
        List<String> names = new ArrayList<>();
        List<NDArray> arrays = new ArrayList<>();
        entries.forEach((name, array) -> {
            names.add("w." + name);
            arrays.add(array);
        });
        return new Weights(List.copyOf(names), List.copyOf(arrays));
    }

    /** Appends the entries, named as DJL wants a dictionary's to be. */
    void addTo(NDList arguments) {
        for (int i = 0; i < arrays.size(); i++) {
            // An array remembers one name alone, and may stand in other dictionaries under others.
            NDArray array = arrays.get(i);
            array.setName(names.get(i));
            arguments.add(array);
        }
    }
}
