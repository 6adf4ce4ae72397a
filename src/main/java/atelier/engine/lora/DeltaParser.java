package atelier.engine.lora;

import static atelier.engine.lora.TensorRole.BIAS_DIFFERENCE;
import static atelier.engine.lora.TensorRole.DIFFERENCE;
import static atelier.engine.lora.TensorRole.DORA_SCALE;
import static atelier.engine.lora.TensorRole.DOWN;
import static atelier.engine.lora.TensorRole.HADAMARD_1A;
import static atelier.engine.lora.TensorRole.HADAMARD_1B;
import static atelier.engine.lora.TensorRole.HADAMARD_2A;
import static atelier.engine.lora.TensorRole.HADAMARD_2B;
import static atelier.engine.lora.TensorRole.HADAMARD_T1;
import static atelier.engine.lora.TensorRole.HADAMARD_T2;
import static atelier.engine.lora.TensorRole.KRONECKER_1;
import static atelier.engine.lora.TensorRole.KRONECKER_1A;
import static atelier.engine.lora.TensorRole.KRONECKER_1B;
import static atelier.engine.lora.TensorRole.KRONECKER_2;
import static atelier.engine.lora.TensorRole.KRONECKER_2A;
import static atelier.engine.lora.TensorRole.KRONECKER_2B;
import static atelier.engine.lora.TensorRole.KRONECKER_T2;
import static atelier.engine.lora.TensorRole.MAGNITUDE_VECTOR;
import static atelier.engine.lora.TensorRole.MID;
import static atelier.engine.lora.TensorRole.UP;

import atelier.engine.lora.Delta.Factor;
import atelier.engine.lora.Delta.Product;
import atelier.engine.weights.TensorInfo;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the change of one layer out of its tensors, and checks that their sizes agree with one
 * another: LoRA, LoCon, LoHa, LoKr, DoRA and whole differences, as sd-scripts, PEFT and LyCORIS
 * keep them.
 */
final class DeltaParser {

    private static final long LARGEST_RANK = 1 << 16;

    private final LayerTensors tensors;
    private final IntToDoubleFunction alpha;

    /**
     * @param alpha from the rank, which it is itself where the file has none
     */
    DeltaParser(LayerTensors tensors, IntToDoubleFunction alpha) {
        this.tensors = tensors;
        this.alpha = alpha;
    }

    /** Takes every tensor of the layer. */
    LayerAdapter parse() throws BadLayer {
        Delta delta = delta();
        Magnitude magnitude = delta == null ? null : magnitude(delta.size());
        TensorInfo bias = tensors.optional(BIAS_DIFFERENCE);
        for (TensorInfo left : tensors.left()) {
            throw new BadLayer(
                    tensors.stem(),
                    "holds "
                            + Shown.name(left.name())
                            + ", which belongs to another kind of change");
        }
        if (delta == null && bias == null) {
            throw new BadLayer(tensors.stem(), "has a scale and nothing to be scaled");
        }
        return new LayerAdapter(tensors.stem(), delta, magnitude, bias);
    }

    private @Nullable Delta delta() throws BadLayer {
        if (tensors.has(DOWN) || tensors.has(UP)) {
            return lowRank();
        }
        if (tensors.has(HADAMARD_1A)) {
            return hadamard();
        }
        if (tensors.has(KRONECKER_1) || tensors.has(KRONECKER_1A)) {
            return kronecker();
        }
        return tensors.has(DIFFERENCE)
                ? new Delta.Difference(tensors.required(DIFFERENCE, 1, 2, 4))
                : null;
    }

    private Delta lowRank() throws BadLayer {
        TensorInfo down = tensors.required(DOWN, 2, 4);
        TensorInfo up = tensors.required(UP, 2, 4);
        int rank = rank(down);
        if (Delta.Matrix.of(up.shape()).columns() != rank) {
            throw new BadLayer(
                    tensors.stem(),
                    "has matrices that do not fit together: %s after %s"
                            .formatted(up.shape(), down.shape()));
        }
        TensorInfo mid = tensors.has(MID) ? tensors.required(MID, 4) : null;
        if (mid != null
                && (mid.shape().get(0) != rank
                        || mid.shape().get(1) != rank
                        || Delta.Matrix.of(down.shape()).columns() != down.shape().get(1))) {
            throw tensors.bad(mid);
        }
        return new Delta.LowRank(down, up, mid, rank, alpha.applyAsDouble(rank));
    }

    private Delta hadamard() throws BadLayer {
        Product first = product(HADAMARD_1A, HADAMARD_1B, HADAMARD_T1);
        Product second = product(HADAMARD_2A, HADAMARD_2B, HADAMARD_T2);
        if (!first.size().equals(second.size())) {
            throw tensors.bad(second.a());
        }
        return new Delta.Hadamard(first, second, alpha.applyAsDouble(first.rank()));
    }

    private Delta kronecker() throws BadLayer {
        Factor first =
                tensors.has(KRONECKER_1)
                        ? new Delta.Whole(tensors.required(KRONECKER_1, 2))
                        : new Delta.Factored(product(KRONECKER_1A, KRONECKER_1B, null));
        Factor second =
                tensors.has(KRONECKER_2)
                        ? new Delta.Whole(tensors.required(KRONECKER_2, 2, 4))
                        : new Delta.Factored(product(KRONECKER_2A, KRONECKER_2B, KRONECKER_T2));
        // LyCORIS gives both products the same rank.
        int rank = Math.max(first.rank(), second.rank());
        return new Delta.Kronecker(first, second, rank, alpha.applyAsDouble(rank));
    }

    private Product product(TensorRole a, TensorRole b, @Nullable TensorRole core) throws BadLayer {
        Product product =
                new Product(
                        tensors.required(a, 2),
                        tensors.required(b, 2),
                        core != null && tensors.has(core) ? tensors.required(core, 4) : null);
        long rank = rank(product.b());
        TensorInfo tucker = product.core();
        boolean sound =
                tucker == null
                        ? product.a().shape().get(1) == rank
                        : product.a().shape().getFirst().equals(tucker.shape().get(0))
                                && tucker.shape().get(1) == rank;
        if (!sound) {
            throw tensors.bad(product.a());
        }
        return product;
    }

    /**
     * PEFT keeps one magnitude for each output; LyCORIS for each output or each input, as the 1s in
     * the shape tell.
     */
    private @Nullable Magnitude magnitude(Delta.Matrix size) throws BadLayer {
        if (tensors.has(MAGNITUDE_VECTOR)) {
            TensorInfo values = tensors.required(MAGNITUDE_VECTOR, 1, 2, 4);
            if (values.elements() != size.rows()) {
                throw tensors.bad(values);
            }
            return new Magnitude(values, true);
        }
        if (!tensors.has(DORA_SCALE)) {
            return null;
        }
        TensorInfo values = tensors.required(DORA_SCALE, 1, 2, 4);
        boolean perOutput =
                values.shape().getFirst() == values.elements() && values.elements() == size.rows();
        boolean perInput =
                values.shape().size() > 1
                        && values.shape().get(1) == values.elements()
                        && size.columns() % values.elements() == 0;
        if (!perOutput && !perInput) {
            throw tensors.bad(values);
        }
        return new Magnitude(values, perOutput);
    }

    private int rank(TensorInfo tensor) throws BadLayer {
        long rank = tensor.shape().getFirst();
        if (rank > LARGEST_RANK) {
            throw tensors.bad(tensor);
        }
        return Math.toIntExact(rank);
    }
}
