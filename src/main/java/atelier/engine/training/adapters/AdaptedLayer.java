package atelier.engine.training.adapters;

import atelier.engine.weights.Component;
import java.util.List;

/**
 * A layer that an adapter is trained on.
 *
 * @param component the network
 * @param module its path there, as diffusers and transformers name it
 * @param weight shape of the layer's own weight: [out, in] or [out, in, k, k]
 */
public record AdaptedLayer(Component component, String module, List<Long> weight) {

    /** Copies the shape. */
    public AdaptedLayer {
        weight = List.copyOf(weight);
    }

    /** Rows of the weight as a matrix. */
    long outputs() {
        return weight.getFirst();
    }

    /** Inputs, of which a convolution has a kernel each. */
    long inputs() {
        return weight.get(1);
    }

    /** Numbers of a kernel: 1 for a linear layer. */
    long kernel() {
        return isConvolution() ? weight.get(2) * weight.get(3) : 1;
    }

    /** Whether it is a convolution, 1×1 included. */
    boolean isConvolution() {
        return weight.size() == 4;
    }

    /** Unlike that of any other layer; the UNet's are by their path alone. */
    String name() {
        return component == Component.UNET ? module : component.folder() + "." + module;
    }
}
