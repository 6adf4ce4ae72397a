package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds out what a model predicts. In order: what the user chose, a configuration beside the file,
 * marker tensors, the scheduler's configuration, the metadata; failing all, ε and plain noise, as
 * SDXL itself.
 */
final class PredictionReader {

    private static final String TYPE = "prediction_type";
    private static final List<String> ZERO_SNR_KEYS =
            List.of(
                    "modelspec.zero_terminal_snr",
                    "ss_zero_terminal_snr",
                    "zero_terminal_snr",
                    "ztsnr");

    private final CheckpointOptions options;
    private final ConfigOverrides overrides;
    private final ModelFiles files;

    private PredictionReader(
            CheckpointOptions options, ConfigOverrides overrides, ModelFiles files) {
        this.options = options;
        this.overrides = overrides;
        this.files = files;
    }

    static Prediction read(CheckpointOptions options, ConfigOverrides overrides, ModelFiles files) {
        return new PredictionReader(options, overrides, files).prediction();
    }

    private Prediction prediction() {
        PredictionType chosen = options.prediction();
        if (chosen != null) {
            return of(chosen, "chosen");
        }
        if (hasText(overrides.scheduler())) {
            return ofConfig(overrides.scheduler(), overrides.where());
        }
        if (files.names().contains(IgnoredTensors.V_PREDICTION_MARK)) {
            return of(
                    PredictionType.V_PREDICTION,
                    "marker tensor " + IgnoredTensors.V_PREDICTION_MARK);
        }
        if (hasText(files.scheduler())) {
            return ofConfig(files.scheduler(), "scheduler_config.json");
        }
        for (String key : List.of("modelspec." + TYPE, TYPE)) {
            String value = files.metadata().get(key);
            if (value != null && !value.isBlank()) {
                return of(type(value), "metadata " + key);
            }
        }
        return of(PredictionType.EPSILON, "SDXL's default");
    }

    private static boolean hasText(@Nullable JsonNode scheduler) {
        return scheduler != null && scheduler.path(TYPE).isString();
    }

    private Prediction ofConfig(@Nullable JsonNode scheduler, String source) {
        return of(type(scheduler == null ? "" : scheduler.path(TYPE).asString("")), source);
    }

    private Prediction of(PredictionType type, String source) {
        return new Prediction(type, zeroTerminalSnr(), source);
    }

    private boolean zeroTerminalSnr() {
        Boolean chosen = options.zeroTerminalSnr();
        if (chosen != null) {
            return chosen;
        }
        for (JsonNode scheduler : new JsonNode[] {overrides.scheduler(), files.scheduler()}) {
            if (scheduler != null && scheduler.path("rescale_betas_zero_snr").isBoolean()) {
                return scheduler.path("rescale_betas_zero_snr").asBoolean();
            }
        }
        return files.names().contains(IgnoredTensors.ZERO_SNR_MARK)
                || ZERO_SNR_KEYS.stream()
                        .anyMatch(key -> Boolean.parseBoolean(files.metadata().get(key)));
    }

    private PredictionType type(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "epsilon", "eps" -> PredictionType.EPSILON;
            case "v", "v_prediction", "v-prediction", "v_pred" -> PredictionType.V_PREDICTION;
            default ->
                    throw new AtelierException(
                            "%s says that its UNet predicts \"%s\", which is not supported: choose epsilon or v prediction for it."
                                    .formatted(files.path(), Printable.of(value)));
        };
    }
}
