package atelier.engine.weights;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Collects the names and shapes of a network's tensors, layer by layer. */
public final class ShapeTable {

    private final SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();

    /** Adds one tensor. */
    public void tensor(String name, long... shape) {
        shapes.put(name, Arrays.stream(shape).boxed().toList());
    }

    /** Adds a matrix of outputs times inputs, and a bias. */
    public void linear(String name, long out, long in) {
        tensor(name + ".weight", out, in);
        tensor(name + ".bias", out);
    }

    /** Adds square kernels [out, in, kernel, kernel], and a bias. */
    public void convolution(String name, long out, long in, long kernel) {
        tensor(name + ".weight", out, in, kernel, kernel);
        tensor(name + ".bias", out);
    }

    /** Adds a scale and a shift for each channel. */
    public void norm(String name, long channels) {
        tensor(name + ".weight", channels);
        tensor(name + ".bias", channels);
    }

    /** The shapes by name, in the order in which they were added. */
    public SequencedMap<String, List<Long>> shapes() {
        return Collections.unmodifiableSequencedMap(shapes);
    }
}
