package atelier.engine.weights;

import atelier.model.generation.ModelChoice;
import atelier.model.generation.PredictionType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about a model that its files do not, or say wrongly; null leaves it to the
 * files.
 *
 * @param config where to read configurations that go before the model's own: a JSON file with an
 *     object per network ({@code unet}, {@code vae}, {@code text_encoder}, {@code text_encoder_2},
 *     {@code scheduler}), each holding entries of diffusers' configuration, or a diffusers folder
 * @param vae a VAE to use in place of the model's
 * @param prediction what the UNet predicts
 * @param zeroTerminalSnr whether the noise is rescaled to zero terminal SNR
 */
public record CheckpointOptions(
        @Nullable Path config,
        @Nullable Path vae,
        @Nullable PredictionType prediction,
        @Nullable Boolean zeroTerminalSnr) {

    /** Everything as the model's files say. */
    public static final CheckpointOptions NONE = new CheckpointOptions(null, null, null, null);

    /** What was chosen with a model. */
    public static CheckpointOptions of(ModelChoice model) {
        return new CheckpointOptions(
                model.config(), model.vae(), model.prediction(), model.zeroTerminalSnr());
    }

    /** The same, with configurations from there. */
    public CheckpointOptions withConfig(@Nullable Path other) {
        return new CheckpointOptions(other, vae, prediction, zeroTerminalSnr);
    }

    /** The same, with that VAE. */
    public CheckpointOptions withVae(@Nullable Path other) {
        return new CheckpointOptions(config, other, prediction, zeroTerminalSnr);
    }

    /** The same, predicting that. */
    public CheckpointOptions withPrediction(@Nullable PredictionType other) {
        return new CheckpointOptions(config, vae, other, zeroTerminalSnr);
    }

    /** The same, with or without zero terminal SNR. */
    public CheckpointOptions withZeroTerminalSnr(@Nullable Boolean other) {
        return new CheckpointOptions(config, vae, prediction, other);
    }
}
