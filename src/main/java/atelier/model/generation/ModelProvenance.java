package atelier.model.generation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The networks that made an image.
 *
 * @param file the checkpoint
 * @param vae the VAE put in place of the checkpoint's own; null for its own
 * @param adapters in the order in which they were stacked
 * @param prediction what the UNet was taken to predict
 * @param zeroTerminalSnr whether the noise schedule was rescaled to zero terminal signal-to-noise
 *     ratio (Lin et al. 2023)
 */
public record ModelProvenance(
        FileIdentity file,
        @Nullable FileIdentity vae,
        List<AdapterProvenance> adapters,
        PredictionType prediction,
        boolean zeroTerminalSnr) {

    /** Keeps a copy of the adapters. */
    public ModelProvenance {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(prediction, "prediction");
        adapters = List.copyOf(adapters);
    }
}
