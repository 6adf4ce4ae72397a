package atelier.cli;

import atelier.cli.option.PredictionArgument;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.PredictionType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a model's files do not say of it, or say wrongly. */
final class ModelOverrides {

    @Option(
            names = "--vae",
            paramLabel = "FILE",
            description =
                    "VAE in place of the model's own: a VAE file or folder, or another model.")
    private @Nullable Path vae;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configurations that go before the model's own: a JSON file or a diffusers folder.")
    private @Nullable Path config;

    @Option(
            names = "--prediction",
            paramLabel = "TYPE",
            converter = PredictionArgument.class,
            completionCandidates = PredictionArgument.class,
            description =
                    "What the UNet predicts: ${COMPLETION-CANDIDATES}. Default: what the model's files say, see"
                            + " atelier inspect.")
    private @Nullable PredictionType prediction;

    @Option(
            names = "--zero-terminal-snr",
            negatable = true,
            description =
                    "Whether the noise is rescaled to zero terminal SNR. Default: what the model's files say.")
    private @Nullable Boolean zeroTerminalSnr;

    /** That model with what was said of it. */
    ModelChoice of(Path model) {
        return new ModelChoice(model, vae, config, prediction, zeroTerminalSnr);
    }
}
