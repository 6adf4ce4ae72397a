package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;

/** What adapters do to one linear or convolution layer. The arrays stay their maker's. */
public sealed interface LayerChange {

    /**
     * A branch beside the layer: y = W x + up(down(x)), all scales folded in. Several adapters on
     * one layer make one branch of the sum of their ranks.
     *
     * @param down linear [rank, in]; convolution [rank, in, k, k] with the layer's stride and
     *     padding
     * @param up linear [out, rank]; convolution [out, rank, 1, 1]
     */
    record LowRank(NDArray down, NDArray up) implements LayerChange {}

    /**
     * A weight in place of the layer's own, for changes that are no low-rank branch.
     *
     * @param weight in the shape and type of the layer's weight
     */
    record Replaced(NDArray weight) implements LayerChange {}

    /**
     * Both: a replaced weight and a branch beside it.
     *
     * @param weight as in {@link Replaced}
     * @param branch as in {@link LowRank}
     */
    record ReplacedWithBranch(NDArray weight, LowRank branch) implements LayerChange {}
}
