package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a model as a single file. What the tensors of such a file cannot say goes into marker
 * tensors where there is a custom, and else into a configuration beside the file.
 */
final class SingleFileWriter {

    private static final List<String> NOISE =
            List.of(
                    "beta_start",
                    "beta_end",
                    "beta_schedule",
                    "num_train_timesteps",
                    "trained_betas");

    private final Checkpoint source;
    private final Path target;

    SingleFileWriter(Checkpoint source, Path target) {
        this.source = source;
        this.target = target;
    }

    /** Writes the file, and the configuration beside it if one is needed. */
    void write(
            Map<String, ConvertedTensor> tensors, ProgressListener progress, CancelToken cancel) {
        Path beside = ConfigOverrides.besideFile(target);
        ObjectNode config = untold();
        boolean written = false;
        try {
            if (!config.isEmpty()) {
                ConfigFiles.replace(beside, config);
            }
            CheckpointOptions options =
                    CheckpointOptions.NONE.withConfig(config.isEmpty() ? null : beside);
            writer(tensors)
                    .write(target, partial -> Checkpoint.open(partial, options), progress, cancel);
            written = true;
        } finally {
            if (!written && !config.isEmpty()) {
                delete(beside);
            }
        }
    }

    private SafetensorsWriter writer(Map<String, ConvertedTensor> tensors) {
        SafetensorsWriter writer = new SafetensorsWriter();
        source.metadata()
                .forEach((key, value) -> {
                    // Hashes of the source's bytes say nothing true about the new ones.
                    if (!key.contains("hash")) {
                        writer.metadata(key, value);
                    }
                });
        writer.metadata("modelspec.architecture", "stable-diffusion-xl-v1-base");
        boolean velocity = source.prediction().type() == PredictionType.V_PREDICTION;
        writer.metadata("modelspec.prediction_type", velocity ? "v" : "epsilon");
        if (velocity) {
            mark(writer, IgnoredTensors.V_PREDICTION_MARK);
        }
        if (source.prediction().zeroTerminalSnr()) {
            mark(writer, IgnoredTensors.ZERO_SNR_MARK);
        }
        tensors.forEach(
                (name, tensor) -> writer.tensor(name, tensor.dtype(), tensor.shape(), tensor));
        return writer;
    }

    private static void mark(SafetensorsWriter writer, String name) {
        writer.tensor(
                name, DType.F32, List.of(0L), channel -> channel.write(ByteBuffer.allocate(0)));
    }

    /** The configurations that would be told wrongly from the file alone. */
    private ObjectNode untold() {
        ObjectNode untold = new JsonMapper().createObjectNode();
        Integer pooled =
                source.components().contains(Component.TEXT_ENCODER_2)
                        ? source.textEncoder(Component.TEXT_ENCODER_2).projectionSize()
                        : null;
        for (Component component : source.components()) {
            if (!isTold(component, pooled)) {
                untold.set(component.folder(), source.config(component));
            }
        }
        ObjectNode scheduler = source.scheduler();
        ObjectNode usual = ConfigTemplate.SCHEDULER.config();
        for (String entry : NOISE) {
            JsonNode value = scheduler.path(entry);
            if (!value.isMissingNode() && !value.equals(usual.path(entry))) {
                untold.set("scheduler", scheduler);
            }
        }
        return untold;
    }

    private boolean isTold(Component component, @Nullable Integer pooled) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        source.weights(component).forEach((name, part) -> shapes.put(name, part.shape()));
        ConfigInference inference = new ConfigInference(shapes, target.toString());
        String where = target.toString();
        try {
            return switch (component) {
                case UNET -> ConfigReader.unet(inference.unet(pooled), where).equals(source.unet());
                case VAE -> ConfigReader.vae(inference.vae(), where).equals(source.vae());
                case TEXT_ENCODER_1, TEXT_ENCODER_2 ->
                        ConfigReader.textEncoder(inference.textEncoder(component), where)
                                .equals(source.textEncoder(component));
            };
        } catch (AtelierException impossible) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw WeightFileErrors.writing(file, e);
        }
    }
}
