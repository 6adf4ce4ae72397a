package atelier.engine.training.adapters;

import atelier.engine.lora.TensorRole;
import java.util.List;

/**
 * LoHa (Hyeon-Woo et al. 2021): (first · second) ⊙ (third · fourth), over outputs and everything
 * else. It begins as LyCORIS' does.
 */
record HadamardDelta(AdaptedLayer layer, int rank, double alpha) implements LayerDelta {

    private static final double SMALL = 0.1;

    @Override
    public List<DeltaArray> arrays() {
        List<Long> first = List.of(layer.outputs(), (long) rank);
        List<Long> second = List.of((long) rank, layer.inputs() * layer.kernel());
        return List.of(
                new DeltaArray(TensorRole.HADAMARD_1A, first, new Beginning.Normal(SMALL)),
                new DeltaArray(TensorRole.HADAMARD_1B, second, new Beginning.Normal(1)),
                new DeltaArray(TensorRole.HADAMARD_2A, first, new Beginning.Zero()),
                new DeltaArray(TensorRole.HADAMARD_2B, second, new Beginning.Normal(1)));
    }
}
