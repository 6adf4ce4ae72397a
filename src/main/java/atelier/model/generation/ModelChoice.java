package atelier.model.generation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model, and what the user says about it that its files do not, or say wrongly; null leaves it to
 * the files.
 *
 * @param path a diffusers folder or a single file
 * @param vae an autoencoder in place of the model's own
 * @param config configurations that go before the model's own: a JSON file or a diffusers folder
 * @param prediction what the UNet predicts
 * @param zeroTerminalSnr whether the noise is rescaled to zero terminal SNR
 */
public record ModelChoice(
        Path path,
        @Nullable Path vae,
        @Nullable Path config,
        @Nullable PredictionType prediction,
        @Nullable Boolean zeroTerminalSnr) {

    /** The model as its files describe it. */
    public static ModelChoice of(Path path) {
        return new ModelChoice(path, null, null, null, null);
    }
}
