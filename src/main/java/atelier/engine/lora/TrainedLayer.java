package atelier.engine.lora;

import atelier.engine.weights.Component;
import java.util.List;

/**
 * The low-rank change of one layer, as training leaves it.
 *
 * @param component the network
 * @param module the layer's path in it, as diffusers and transformers name it
 * @param down [rank, in] or [rank, in, k, k]
 * @param up [out, rank] or [out, rank, 1, 1]
 * @param alpha the change is alpha / rank times up · down
 */
public record TrainedLayer(
        Component component, String module, TrainedTensor down, TrainedTensor up, double alpha) {

    /** Inner size of the product. */
    public int rank() {
        return Math.toIntExact(down.shape().getFirst());
    }

    /** Whether the layer is a convolution larger than 1×1. */
    boolean hasKernel() {
        List<Long> shape = down.shape();
        return shape.size() == 4 && shape.get(2) * shape.get(3) > 1;
    }
}
