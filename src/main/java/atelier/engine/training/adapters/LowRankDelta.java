package atelier.engine.training.adapters;

import atelier.engine.lora.TensorRole;
import java.util.List;

/**
 * LoRA (Hu et al. 2021): up · down. On convolutions larger than 1×1, known as LoCon, the first has
 * the kernel.
 */
record LowRankDelta(AdaptedLayer layer, int rank, double alpha) implements LayerDelta {

    @Override
    public List<DeltaArray> arrays() {
        List<Long> weight = layer.weight();
        List<Long> down =
                layer.isConvolution()
                        ? List.of((long) rank, layer.inputs(), weight.get(2), weight.get(3))
                        : List.of((long) rank, layer.inputs());
        List<Long> up =
                layer.isConvolution()
                        ? List.of(layer.outputs(), (long) rank, 1L, 1L)
                        : List.of(layer.outputs(), (long) rank);
        Beginning spread = Beginning.Uniform.ofFanIn(layer.inputs() * layer.kernel());
        return List.of(
                new DeltaArray(TensorRole.DOWN, down, spread),
                new DeltaArray(TensorRole.UP, up, new Beginning.Zero()));
    }
}
