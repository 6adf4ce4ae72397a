package atelier.engine.lora;

import atelier.engine.weights.TensorInfo;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter file holds for one layer.
 *
 * @param stem the layer as the file names it
 * @param delta the change of its weight; null where only the bias changes
 * @param magnitude DoRA's magnitudes; null where the change is plain
 * @param biasDifference [out], added to its bias; null where the bias stays
 */
record LayerAdapter(
        String stem,
        @Nullable Delta delta,
        @Nullable Magnitude magnitude,
        @Nullable TensorInfo biasDifference) {

    /** How the file spells the layer, and of which network it is. */
    LayerName name() {
        return LayerName.of(stem);
    }
}
