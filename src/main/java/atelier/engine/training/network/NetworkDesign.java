package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A network, or several, whose weights are trained together: their sizes, how they begin and what
 * they are trained for.
 *
 * @param <B> what a batch is
 */
public interface NetworkDesign<B> {

    /** Extents of every weight by its name, unlike any other's. */
    SequencedMap<String, List<Long>> shapes();

    /** How the weights begin where none are given. */
    default Initialization initialization() {
        return Initialization.of(shapes());
    }

    /**
     * Puts the networks together.
     *
     * @param weights every one of {@link #shapes} by its name, of the given type; they change in
     *     place as training goes, and stay their owner's
     * @param type what the networks compute in
     */
    TrainedNetwork<B> build(Torch torch, Map<String, NDArray> weights, ComputeType type);
}
