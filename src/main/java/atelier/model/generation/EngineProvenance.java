package atelier.model.generation;

import java.util.Objects;

/**
 * The machinery that made an image.
 *
 * @param rng where the noise came from, such as {@link #TORCH_CPU}
 * @param computeType number format of the networks' arithmetic: {@code bf16}, {@code fp32} …
 * @param tiledDecode whether the VAE decoded in tiles
 * @param version of Atelier, such as {@code 0.1.0}
 */
public record EngineProvenance(
        String rng, String computeType, boolean tiledDecode, String version) {

    /** PyTorch's generator for CPUs: MT19937 with its own Box-Muller order. */
    public static final String TORCH_CPU = "torch CPU MT19937";

    /** Checks that nothing is missing. */
    public EngineProvenance {
        Objects.requireNonNull(rng, "rng");
        Objects.requireNonNull(computeType, "computeType");
        Objects.requireNonNull(version, "version");
    }
}
