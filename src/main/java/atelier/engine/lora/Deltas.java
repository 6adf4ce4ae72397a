package atelier.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;

/** Computes the changes of weights that adapters express, in fp32. */
final class Deltas implements AutoCloseable {

    private final Program program;

    Deltas(Torch torch) {
        this.program = torch.load("lora/deltas");
    }

    /** ΔW as a matrix of outputs times everything else, scaled by alpha / rank. */
    NDArray matrix(NDManager owner, Delta delta, AdapterValues values) {
        NDArray unscaled =
                switch (delta) {
                    case Delta.LowRank lora ->
                            program.call(
                                    owner,
                                    "product",
                                    values.array(owner, lora.up()),
                                    down(owner, lora, values));
                    case Delta.Hadamard hadamard ->
                            product(owner, hadamard.first(), values)
                                    .mul(product(owner, hadamard.second(), values));
                    case Delta.Kronecker kronecker ->
                            program.call(
                                    owner,
                                    "kronecker",
                                    factor(owner, kronecker.first(), values),
                                    factor(owner, kronecker.second(), values));
                    case Delta.Difference whole -> values.array(owner, whole.difference());
                };
        Delta.Matrix size = delta.size();
        return unscaled.reshape(size.rows(), size.columns()).mul(delta.scale());
    }

    /**
     * LoRA's first matrix, with a core that follows it folded in: [rank, in] or [rank, in, k, k].
     */
    NDArray down(NDManager owner, Delta.LowRank lora, AdapterValues values) {
        NDArray down = values.array(owner, lora.down());
        return lora.mid() == null
                ? down
                : program.call(owner, "fold", values.array(owner, lora.mid()), down);
    }

    /**
     * The change that DoRA makes: the base with ΔW added and brought to its magnitudes, less the
     * base.
     *
     * @param base a matrix as ΔW
     */
    NDArray decomposed(
            NDManager owner,
            NDArray base,
            NDArray delta,
            Magnitude magnitude,
            AdapterValues values) {
        String method = magnitude.perOutput() ? "decompose_rows" : "decompose_inputs";
        NDArray changed =
                program.call(
                        owner, method, base.add(delta), values.array(owner, magnitude.values()));
        return changed.sub(base);
    }

    private NDArray factor(NDManager owner, Delta.Factor factor, AdapterValues values) {
        return switch (factor) {
            case Delta.Whole whole -> values.array(owner, whole.matrix());
            case Delta.Factored factored -> product(owner, factored.product(), values);
        };
    }

    private NDArray product(NDManager owner, Delta.Product product, AdapterValues values) {
        NDArray a = values.array(owner, product.a());
        NDArray b = values.array(owner, product.b());
        return product.core() == null
                ? program.call(owner, "product", a, b)
                : program.call(owner, "tucker", values.array(owner, product.core()), a, b);
    }

    @Override
    public void close() {
        program.close();
    }
}
