package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Parameters of a linear layer that pretend to have so many rows that no machine holds its output:
 * a call fails in LibTorch's own allocator, until the layer is sated. The rows are one and the same
 * in memory.
 */
public final class GreedyLayer {

    private static final long ROWS = 1L << 45;

    private final List<NDArray> parameters;
    private final List<NDArray> sound;

    /** Makes the layer greedy; on the lane. */
    public GreedyLayer(NDArray... parameters) {
        this.parameters = List.of(parameters);
        this.sound = Arrays.stream(parameters).map(NDArray::duplicate).toList();
        for (NDArray parameter : parameters) {
            long[] shape = parameter.getShape().getShape();
            shape[0] = ROWS;
            parameter.intern(parameter.get("0:1").broadcast(new Shape(shape)));
        }
    }

    /** Gives the layer its own numbers back; on the lane. */
    public void sate() {
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).intern(sound.get(i).duplicate());
        }
    }
}
