package atelier.engine.lora;

import ai.djl.ndarray.NDArray;
import atelier.engine.weights.Component;
import org.jspecify.annotations.Nullable;

/**
 * The model's own parameters, asked for only where a change cannot do without. The arrays stay
 * their owner's.
 */
public interface BaseParameters {

    /** The weight of a layer, in the type the network computes in. */
    NDArray weight(Component component, String module);

    /** The bias of a layer; null where it has none. */
    @Nullable NDArray bias(Component component, String module);
}
