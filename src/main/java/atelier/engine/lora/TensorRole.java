package atelier.engine.lora;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a tensor is to its layer, with the endings by which the formats' names say so. */
@SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that cannot change.
public enum TensorRole {
    /** LoRA's first matrix: [rank, in]. */
    DOWN(
            ".lora_down.weight",
            ".lora_A.weight",
            ".lora.down.weight",
            ".lora_linear_layer.down.weight",
            "_lora.down.weight"),
    /** LoRA's second matrix: [out, rank]. */
    UP(
            ".lora_up.weight",
            ".lora_B.weight",
            ".lora.up.weight",
            ".lora_linear_layer.up.weight",
            "_lora.up.weight"),
    /** The core between them in LyCORIS' Tucker form: [rank, rank, k, k]. */
    MID(".lora_mid.weight"),
    /** The scale's numerator. */
    ALPHA(".alpha"),
    /** DoRA's magnitude as LyCORIS keeps it; its shape tells the axis. */
    DORA_SCALE(".dora_scale"),
    /** DoRA's magnitude as PEFT keeps it, one for each output. */
    MAGNITUDE_VECTOR(".lora_magnitude_vector", ".lora_magnitude_vector.weight"),
    /** The first matrix of LoHa's first product: [out, rank]. */
    HADAMARD_1A(".hada_w1_a"),
    /** The second matrix of LoHa's first product: [rank, in]. */
    HADAMARD_1B(".hada_w1_b"),
    /** The first matrix of LoHa's second product. */
    HADAMARD_2A(".hada_w2_a"),
    /** The second matrix of LoHa's second product. */
    HADAMARD_2B(".hada_w2_b"),
    /** The Tucker core of LoHa's first product. */
    HADAMARD_T1(".hada_t1"),
    /** The Tucker core of LoHa's second product. */
    HADAMARD_T2(".hada_t2"),
    /** LoKr's first factor, whole. */
    KRONECKER_1(".lokr_w1"),
    /** The first matrix of LoKr's first factor. */
    KRONECKER_1A(".lokr_w1_a"),
    /** The second matrix of LoKr's first factor. */
    KRONECKER_1B(".lokr_w1_b"),
    /** LoKr's second factor, whole, with the kernel. */
    KRONECKER_2(".lokr_w2"),
    /** The first matrix of LoKr's second factor. */
    KRONECKER_2A(".lokr_w2_a"),
    /** The second matrix of LoKr's second factor, with the kernel. */
    KRONECKER_2B(".lokr_w2_b"),
    /** The Tucker core of LoKr's second factor. */
    KRONECKER_T2(".lokr_t2"),
    /** The whole difference of a weight; of a norm's, too. */
    DIFFERENCE(".diff", ".w_norm"),
    /** The whole difference of a bias. */
    BIAS_DIFFERENCE(".diff_b", ".b_norm");

    /**
     * PEFT puts the adapter's own name behind its tensors' when a file holds the model's whole
     * state.
     */
    private static final Pattern ADAPTER_NAME =
            Pattern.compile(
                    "\\.(lora_A|lora_B|lora_magnitude_vector)\\.(?!weight$)[\\w-]+((?:\\.weight)?)$");

    private final List<String> endings;

    TensorRole(String... endings) {
        this.endings = List.of(endings);
    }

    /** How the layer programs know it: as kohya and LyCORIS do. */
    public String entry() {
        return ending().replaceFirst("\\.weight$", "");
    }

    /** How kohya and LyCORIS end the tensor's name. */
    String ending() {
        return endings.getFirst().substring(1);
    }

    /**
     * A tensor's name taken apart.
     *
     * @param stem the layer, as the format names it
     * @param role what the tensor is to it
     */
    record Name(String stem, TensorRole role) {}

    /** The parts of a tensor's name; null where it ends as no adapter's does. */
    static @Nullable Name parse(String tensor) {
        String plain = ADAPTER_NAME.matcher(tensor).replaceFirst(".$1$2");
        for (TensorRole role : values()) {
            for (String ending : role.endings) {
                if (plain.length() > ending.length() && plain.endsWith(ending)) {
                    String stem = plain.substring(0, plain.length() - ending.length());
                    return new Name(stem, role);
                }
            }
        }
        return null;
    }
}
