package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** A network whose layers adapters can change. */
public interface AdaptableNetwork {

    /**
     * Puts these adapters' changes in place of whatever changes there were; nothing restores the
     * plain network.
     *
     * @param changes by module path
     */
    void change(Map<String, LayerChange> changes);

    /** The weight of each layer by its module path: what adapters can act on. */
    Map<String, NDArray> layers();

    /** The bias of each layer that has one, by its module path. */
    Map<String, NDArray> biases();
}
