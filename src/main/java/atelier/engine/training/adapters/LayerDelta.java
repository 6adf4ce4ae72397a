package atelier.engine.training.adapters;

import java.util.List;

/** How the change of one layer's weight is trained; it is none as a run begins. */
public sealed interface LayerDelta
        permits LowRankDelta, HadamardDelta, KroneckerDelta, DecomposedDelta {

    /** The layer. */
    AdaptedLayer layer();

    /** Inner size of the products. */
    int rank();

    /** The change is multiplied by alpha / rank. */
    double alpha();

    /** What is trained, in the order in which it is kept. */
    List<DeltaArray> arrays();

    /** What the change is multiplied by. */
    default double scale() {
        return alpha() / rank();
    }
}
