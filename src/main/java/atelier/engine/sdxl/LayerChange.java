package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import atelier.engine.torch.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
     * Parameters in place of the layer's own, for changes that are no low-rank branch.
     *
     * @param weight in the shape and type of the layer's weight; null where the layer keeps its own
     * @param bias [out], of the same type; null where the layer keeps its own, or has none
     */
    record Replaced(@Nullable NDArray weight, @Nullable NDArray bias) implements LayerChange {}

    /** Replaced parameters and a branch beside them. */
    record ReplacedWithBranch(Replaced replaced, LowRank branch) implements LayerChange {}

    /**
     * What is being trained on the layer, under the names by which the layer programs know it.
     *
     * @param parameters such as {@code lora_down} and {@code lora_up}, in the shapes of {@link
     *     LowRank}, or {@code weight} itself
     * @param constants what stays as it is, such as {@code scale}, a single number by which the
     *     branch is multiplied
     */
    record Trained(Map<String, Parameter> parameters, Map<String, NDArray> constants)
            implements LayerChange {}

    /**
     * The layer's own parameters, trained in place of the network's. Their gradients are summed
     * nowhere, but handed over as soon as they are known; see {@link TrainingPass.GradientUse}.
     *
     * @param leaves {@code weight}, and {@code bias} where there is one, in the network's element
     *     type; made by {@link atelier.engine.torch.Autograd#leaf}
     */
    record TrainedAtOnce(Map<String, NDArray> leaves) implements LayerChange {}
}
