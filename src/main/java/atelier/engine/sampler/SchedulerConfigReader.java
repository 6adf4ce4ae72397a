package atelier.engine.sampler;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads diffusers' {@code scheduler_config.json}. */
final class SchedulerConfigReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_TRAIN_STEPS = 100_000;
    private static final int MOST_OFFSET = 1000;

    private final String source;
    private final JsonNode json;

    private SchedulerConfigReader(String source, JsonNode json) {
        this.source = source;
        this.json = json;
    }

    static SchedulerConfig read(Path file) {
        try {
            return read(file.toString(), JSON.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            throw new AtelierException(
                    file + " cannot be read as JSON; copy it anew from where the model came from.",
                    e);
        }
    }

    /** Reads settings that came from {@code source}, which messages name. */
    static SchedulerConfig read(String source, JsonNode json) {
        return new SchedulerConfigReader(source, json).config();
    }

    private SchedulerConfig config() {
        if (!json.isObject()) {
            throw new AtelierException(source + " is not a scheduler configuration.");
        }
        String name = text("_class_name", "");
        if (name.startsWith("EDM")) {
            throw new AtelierException(
                    source
                            + " asks for "
                            + name
                            + "; models trained with EDM noise are not supported.");
        }
        SchedulerConfig usual = SchedulerConfig.SDXL;
        SchedulerConfig config =
                new SchedulerConfig(
                        betas(),
                        flag("rescale_betas_zero_snr", usual.zeroTerminalSnr()),
                        prediction(),
                        spacing(usual.spacing()),
                        whole("steps_offset", usual.stepsOffset(), 0, MOST_OFFSET),
                        endsAtSmallestSigma(),
                        flag("set_alpha_to_one", usual.alphaToOne()));
        if (!NoiseSchedule.of(config).rises()) {
            throw new AtelierException(
                    source
                            + " describes noise that does not grow with each training step, which no"
                            + " sampler can follow; check its betas.");
        }
        return config;
    }

    private boolean endsAtSmallestSigma() {
        String kind = text("final_sigmas_type", "zero");
        return switch (kind) {
            case "zero" -> false;
            case "sigma_min" -> true;
            default -> throw unusable("final_sigmas_type", kind, "zero or sigma_min");
        };
    }

    private Betas betas() {
        JsonNode trained = json.path("trained_betas");
        if (trained.isArray()) {
            List<Double> listed = trained.valueStream().map(beta -> beta.asDouble(-1)).toList();
            if (listed.size() < 2 || !listed.stream().allMatch(SchedulerConfigReader::isBeta)) {
                throw unusable("trained_betas", "a list", "two or more numbers above 0, at most 1");
            }
            return new Betas.Listed(listed);
        }
        double start = beta("beta_start", 0.00085);
        double end = beta("beta_end", 0.012);
        int steps = whole("num_train_timesteps", 1000, 2, MOST_TRAIN_STEPS);
        String kind = text("beta_schedule", "scaled_linear");
        return switch (kind) {
            case "scaled_linear" -> new Betas.ScaledLinear(start, end, steps);
            case "linear" -> new Betas.Linear(start, end, steps);
            default -> throw unusable("beta_schedule", kind, "scaled_linear or linear");
        };
    }

    private PredictionType prediction() {
        String kind = text("prediction_type", "epsilon");
        return switch (kind) {
            case "epsilon" -> PredictionType.EPSILON;
            case "v_prediction" -> PredictionType.V_PREDICTION;
            default -> throw unusable("prediction_type", kind, "epsilon or v_prediction");
        };
    }

    private Spacing spacing(Spacing usual) {
        String id = text("timestep_spacing", usual.id());
        return Arrays.stream(Spacing.values())
                .filter(spacing -> spacing.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        unusable(
                                "timestep_spacing",
                                id,
                                Arrays.stream(Spacing.values())
                                        .map(Spacing::id)
                                        .collect(Collectors.joining(", "))));
    }

    private String text(String key, String usual) {
        JsonNode value = json.path(key);
        return value.isString() ? value.asString() : missing(key, value, usual);
    }

    private boolean flag(String key, boolean usual) {
        JsonNode value = json.path(key);
        return value.isBoolean() ? value.asBoolean() : missing(key, value, usual);
    }

    private double beta(String key, double usual) {
        JsonNode value = json.path(key);
        double beta = value.isNumber() ? value.asDouble() : missing(key, value, usual);
        if (!isBeta(beta)) {
            throw unusable(key, value, "a number above 0 and at most 1");
        }
        return beta;
    }

    private static boolean isBeta(double beta) {
        return beta > 0 && beta <= 1;
    }

    private int whole(String key, int usual, int least, int most) {
        JsonNode value = json.path(key);
        if (!value.isNumber()) {
            return missing(key, value, usual);
        }
        double number = value.asDouble();
        if (!(number >= least && number <= most && number == Math.rint(number))) {
            throw unusable(key, value, "a whole number from %d to %d".formatted(least, most));
        }
        return (int) number;
    }

    private <T> T missing(String key, JsonNode value, T usual) {
        if (!value.isMissingNode() && !value.isNull()) {
            throw unusable(key, value, "a value like " + usual);
        }
        return usual;
    }

    private AtelierException unusable(String key, Object value, String wanted) {
        return new AtelierException(
                "%s sets %s to %s; supported is %s.".formatted(source, key, value, wanted));
    }
}
