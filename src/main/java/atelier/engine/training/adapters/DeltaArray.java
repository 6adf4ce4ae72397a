package atelier.engine.training.adapters;

import atelier.engine.lora.TensorRole;
import java.util.List;

/**
 * An array that is trained for a layer.
 *
 * @param role what it is to the layer
 * @param shape its extents, outermost first
 * @param beginning what it holds as a run begins
 */
public record DeltaArray(TensorRole role, List<Long> shape, Beginning beginning) {

    /** Copies the shape. */
    public DeltaArray {
        shape = List.copyOf(shape);
    }
}
