package atelier.engine.onnx;

import atelier.engine.weights.FloatTensor;
import java.util.List;
import java.util.Map;

/** Puts layers into a graph, over weights by the names that the engine's programs know them by. */
public final class OnnxLayers {

    private final OnnxGraph graph;
    private final Map<String, FloatTensor> weights;

    /**
     * @param weights every tensor of the network by its name
     */
    public OnnxLayers(OnnxGraph graph, Map<String, FloatTensor> weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /**
     * A convolution whose result is as large as its input, divided by the stride.
     *
     * @param name of the layer, which its result gets, too
     * @param kernel side of the kernel, odd
     * @return the result's name
     */
    public String convolution(String name, String x, long kernel, long stride) {
        long pad = kernel / 2;
        return graph.node(
                "Conv",
                name,
                List.of(x, weight(name + ".weight"), weight(name + ".bias")),
                OnnxAttribute.wholes("kernel_shape", kernel, kernel),
                OnnxAttribute.wholes("strides", stride, stride),
                OnnxAttribute.wholes("pads", pad, pad, pad, pad));
    }

    /** Adds a tensor; gives the name of what computes with it. */
    public String weight(String name) {
        return graph.weight(name, numbers(name));
    }

    /**
     * The numbers of a tensor.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public FloatTensor numbers(String name) {
        FloatTensor found = weights.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the network lacks " + name);
        }
        return found;
    }
}
