package atelier.engine.training.adapters;

import atelier.engine.lora.TensorRole;
import java.util.List;

/**
 * LoKr (Edalati et al. 2022): first ⊗ second, over outputs and inputs, the kernel all in the
 * second. As LyCORIS has it, the first is the smaller one and whole; the second is whole where a
 * product of that rank would not be much smaller, and nothing is scaled then.
 *
 * @param outputs how the outputs are spread over both matrices
 * @param inputs how the inputs are
 * @param whole whether the second matrix is
 */
record KroneckerDelta(
        AdaptedLayer layer, int rank, double alpha, Factors outputs, Factors inputs, boolean whole)
        implements LayerDelta {

    /**
     * The change of that layer.
     *
     * @param alpha counts only where the second matrix is a product
     * @param factor see {@link Factors#of}
     */
    static KroneckerDelta of(AdaptedLayer layer, int rank, double alpha, int factor) {
        Factors outputs = Factors.of(layer.outputs(), factor);
        Factors inputs = Factors.of(layer.inputs(), factor);
        boolean whole = 2L * rank >= Math.max(outputs.larger(), inputs.larger());
        return new KroneckerDelta(layer, rank, whole ? rank : alpha, outputs, inputs, whole);
    }

    @Override
    public List<DeltaArray> arrays() {
        DeltaArray first =
                new DeltaArray(
                        TensorRole.KRONECKER_1,
                        List.of(outputs.smaller(), inputs.smaller()),
                        Beginning.Uniform.ofFanIn(inputs.smaller()));
        if (whole) {
            List<Long> weight = layer.weight();
            List<Long> second =
                    layer.isConvolution()
                            ? List.of(
                                    outputs.larger(), inputs.larger(), weight.get(2), weight.get(3))
                            : List.of(outputs.larger(), inputs.larger());
            return List.of(
                    first, new DeltaArray(TensorRole.KRONECKER_2, second, new Beginning.Zero()));
        }
        return List.of(
                first,
                new DeltaArray(
                        TensorRole.KRONECKER_2A,
                        List.of(outputs.larger(), (long) rank),
                        Beginning.Uniform.ofFanIn(rank)),
                new DeltaArray(
                        TensorRole.KRONECKER_2B,
                        List.of((long) rank, inputs.larger() * layer.kernel()),
                        new Beginning.Zero()));
    }
}
