package atelier.engine.lora;

import atelier.engine.weights.TensorInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One adapter's share in the change of a layer.
 *
 * @param place the layer, and what the adapter holds for it
 * @param values where its tensors are read
 * @param weight factor on the change
 */
record LayerPart(PlacedLayer place, AdapterValues values, double weight) {

    /** Embeddings look rows up, so that no branch can stand beside them. */
    private static final String EMBEDDINGS = "text_model.embeddings.";

    /**
     * Whether it can act as a branch beside the layer, so that the layer's weight need not change.
     */
    boolean isBranch() {
        return place.adapter().delta() instanceof Delta.LowRank
                && place.adapter().magnitude() == null
                && !place.module().startsWith(EMBEDDINGS);
    }

    /** Whether it changes the layer's weight itself. */
    boolean isMerged() {
        return place.adapter().delta() != null && !isBranch();
    }

    /**
     * The change of the weight.
     *
     * @throws NullPointerException if only the bias changes
     */
    Delta delta() {
        return Objects.requireNonNull(place.adapter().delta());
    }

    /** The change of the bias; null where it stays. */
    @Nullable TensorInfo biasDifference() {
        return place.adapter().biasDifference();
    }
}
