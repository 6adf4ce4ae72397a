package atelier.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.TensorInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the change of one layer out of every adapter's share in it. */
final class LayerMaker {

    private final Torch torch;
    private final Deltas deltas;
    private final BaseParameters base;
    private final ComputeType type;

    LayerMaker(Torch torch, Deltas deltas, BaseParameters base, ComputeType type) {
        this.torch = torch;
        this.deltas = deltas;
        this.base = base;
        this.type = type;
    }

    /**
     * The change that all shares make together.
     *
     * @param owner closes its arrays
     * @param parts at least one, all of the same layer
     */
    LayerChange make(NDManager owner, List<LayerPart> parts) {
        try (NDManager call = torch.newManager()) {
            List<LayerPart> branches = parts.stream().filter(LayerPart::isBranch).toList();
            LayerChange.LowRank branch = branches.isEmpty() ? null : branch(owner, call, branches);
            LayerChange.Replaced replaced = replaced(owner, call, parts);
            if (branch != null && replaced != null) {
                return new LayerChange.ReplacedWithBranch(replaced, branch);
            }
            if (branch != null) {
                return branch;
            }
            if (replaced != null) {
                return replaced;
            }
            throw new IllegalArgumentException("nothing changes " + parts.getFirst().place());
        }
    }

    /**
     * Every down below the other, every scaled up beside the other: the sum of the products is the
     * product of these.
     */
    private LayerChange.LowRank branch(NDManager owner, NDManager call, List<LayerPart> parts) {
        List<Long> shape = parts.getFirst().place().shape();
        NDList downs = new NDList();
        NDList ups = new NDList();
        for (LayerPart part : parts) {
            Delta.LowRank lora = (Delta.LowRank) part.delta();
            downs.add(deltas.down(call, lora, part.values()).reshape(like(shape, lora.rank())));
            ups.add(
                    part.values()
                            .array(call, lora.up())
                            .reshape(shape.getFirst(), lora.rank())
                            .mul(part.weight() * lora.scale()));
        }
        NDArray down = NDArrays.concat(downs, 0);
        NDArray up = NDArrays.concat(ups, 1);
        if (shape.size() == 4) {
            up = up.reshape(up.getShape().get(0), up.getShape().get(1), 1, 1);
        }
        return new LayerChange.LowRank(torch.cast(owner, down, type), torch.cast(owner, up, type));
    }

    private LayerChange.@Nullable Replaced replaced(
            NDManager owner, NDManager call, List<LayerPart> parts) {
        List<LayerPart> merged = parts.stream().filter(LayerPart::isMerged).toList();
        List<LayerPart> biased =
                parts.stream().filter(part -> part.biasDifference() != null).toList();
        if (merged.isEmpty() && biased.isEmpty()) {
            return null;
        }
        return new LayerChange.Replaced(
                merged.isEmpty() ? null : weight(owner, call, merged),
                biased.isEmpty() ? null : bias(owner, call, biased));
    }

    /**
     * Every adapter changes the base, not what another has made of it, so that their order does not
     * matter.
     */
    private NDArray weight(NDManager owner, NDManager call, List<LayerPart> parts) {
        PlacedLayer place = parts.getFirst().place();
        NDArray weight = base.weight(place.network().component(), place.module());
        Shape shape = weight.getShape();
        NDArray matrix = fp32(call, weight).reshape(shape.get(0), -1);
        NDArray sum = matrix;
        for (LayerPart part : parts) {
            sum = sum.add(delta(call, matrix, part).mul(part.weight()));
        }
        return torch.cast(owner, sum.reshape(shape), type);
    }

    private NDArray delta(NDManager call, NDArray matrix, LayerPart part) {
        NDArray delta = deltas.matrix(call, part.delta(), part.values());
        Magnitude magnitude = part.place().adapter().magnitude();
        return magnitude == null
                ? delta
                : deltas.decomposed(call, matrix, delta, magnitude, part.values());
    }

    private NDArray bias(NDManager owner, NDManager call, List<LayerPart> parts) {
        PlacedLayer place = parts.getFirst().place();
        NDArray own = base.bias(place.network().component(), place.module());
        NDArray sum =
                own == null ? call.zeros(new Shape(place.shape().getFirst())) : fp32(call, own);
        for (LayerPart part : parts) {
            TensorInfo difference = Objects.requireNonNull(part.biasDifference());
            sum = sum.add(part.values().array(call, difference).flatten().mul(part.weight()));
        }
        return torch.cast(owner, sum, type);
    }

    /**
     * A reshaped view goes into the program, as a call takes the name from its inputs and the
     * network still needs it.
     */
    private NDArray fp32(NDManager call, NDArray parameter) {
        NDArray view = parameter.reshape(parameter.getShape());
        view.attach(call);
        return torch.cast(call, view, ComputeType.FLOAT32);
    }

    private static Shape like(List<Long> shape, long rank) {
        long[] extents = shape.stream().mapToLong(Long::longValue).toArray();
        extents[0] = rank;
        return new Shape(extents);
    }
}
