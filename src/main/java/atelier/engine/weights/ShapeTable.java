package atelier.engine.weights;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Collects the names and shapes of a network's tensors, layer by layer. */
final class ShapeTable {

    private final SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();

    void tensor(String name, long... shape) {
        shapes.put(name, Arrays.stream(shape).boxed().toList());
    }

    void linear(String name, long out, long in) {
        tensor(name + ".weight", out, in);
        tensor(name + ".bias", out);
    }

    void convolution(String name, long out, long in, long kernel) {
        tensor(name + ".weight", out, in, kernel, kernel);
        tensor(name + ".bias", out);
    }

    void norm(String name, long channels) {
        tensor(name + ".weight", channels);
        tensor(name + ".bias", channels);
    }

    /** The shapes by name, in the order in which they were added. */
    SequencedMap<String, List<Long>> shapes() {
        return Collections.unmodifiableSequencedMap(shapes);
    }
}
