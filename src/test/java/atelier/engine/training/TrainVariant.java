package atelier.engine.training;

import atelier.engine.sampler.Betas;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.TextStates;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.training.losses.LossWeight;
import atelier.engine.training.losses.MaskedLoss;
import atelier.engine.training.losses.MinSnr;
import atelier.engine.training.losses.NoiseOffset;
import atelier.engine.training.schedules.LearningRateSchedule;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.training.schedules.WarmUp;
import atelier.model.generation.PredictionType;
import atelier.model.generation.SizeConditioning;
import atelier.model.training.DeltaSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The settings and the data of one variant of the reference's training. */
final class TrainVariant {

    private static final Set<String> KNOWN = Set.of("snr", "mask", "off", "v", "acc", "lr", "clip");

    private final JsonNode manifest;
    private final JsonNode options;
    private final Tensors data;
    private final int batch;
    private final int accumulated;
    private final Map<String, float[]> read = new HashMap<>();

    TrainVariant(Reference reference, String name) {
        this.manifest = reference.manifest();
        this.options = manifest.get("variants").get(name).get("options");
        this.data = reference.tensors("tensors.safetensors");
        this.batch = manifest.get("batch").asInt();
        this.accumulated = options.path("acc").asInt(1);
        if (!KNOWN.containsAll(options.propertyNames())) {
            throw new AssertionError(name + " has options that nothing here knows: " + options);
        }
    }

    int updates() {
        return manifest.get("steps").asInt() / accumulated;
    }

    SchedulerConfig noise() {
        JsonNode noise = manifest.get("scheduler").get("noise");
        Betas betas =
                switch (noise.get("beta_schedule").asString()) {
                    case "scaled_linear" ->
                            new Betas.ScaledLinear(
                                    noise.get("beta_start").asDouble(),
                                    noise.get("beta_end").asDouble(),
                                    noise.get("num_train_timesteps").asInt());
                    default -> throw new AssertionError("unknown betas " + noise);
                };
        SchedulerConfig sdxl = SchedulerConfig.SDXL;
        return new SchedulerConfig(
                betas,
                false,
                options.path("v").asBoolean(false)
                        ? PredictionType.V_PREDICTION
                        : PredictionType.EPSILON,
                sdxl.spacing(),
                sdxl.stepsOffset(),
                sdxl.endsAtSmallestSigma(),
                sdxl.alphaToOne());
    }

    TrainerSettings settings(boolean checkpointed) {
        List<LossWeight> weights = new ArrayList<>();
        if (options.has("snr")) {
            weights.add(new MinSnr(options.get("snr").asDouble()));
        }
        if (options.has("mask")) {
            weights.add(new MaskedLoss(options.get("mask").asString().equals("norm")));
        }
        return new TrainerSettings(
                TrainingTargets.ATTENTION,
                DeltaSettings.of(
                        TrainingMethod.LORA,
                        manifest.get("rank").asInt(),
                        manifest.get("alpha").asDouble()),
                updates(),
                OptimizerSettings.of("adamw", 1e-3, 1e-2),
                TextEncoderSettings.NONE,
                schedule(),
                options.path("clip").asDouble(0),
                weights,
                checkpointed);
    }

    private LearningRateSchedule schedule() {
        String id = options.path("lr").asString("constant");
        LearningRateSchedule schedule = LearningRateSchedules.get(id);
        return id.equals("constant") ? schedule : new WarmUp(5, schedule);
    }

    /** The batches of one update, counted from 1. */
    List<Batch> batches(int update) {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < accumulated; i++) {
            batches.add(batch((update - 1) * accumulated + i));
        }
        return batches;
    }

    private Batch batch(int row) {
        List<Long> shape = data.shape("data/latents");
        List<Example> examples = new ArrayList<>();
        for (int i = row * batch; i < (row + 1) * batch; i++) {
            examples.add(example(i));
        }
        return new Batch(shape.get(3).intValue(), shape.get(4).intValue(), examples);
    }

    private Example example(int index) {
        int row = (int) data.longs("data/cond_index")[index];
        int tokens = data.shape("data/encoder_hidden_states").get(1).intValue();
        float[] sizes = part("data/time_ids", row, 1);
        float[] noise = part("data/noise", index, 2);
        if (options.has("off")) {
            noise =
                    new NoiseOffset(options.get("off").asDouble())
                            .apply(noise, part("data/noise_offset", index, 2));
        }
        return new Example(
                part("data/latents", index, 2),
                new Caption.Encoded(
                        new TextStates(
                                tokens,
                                part("data/encoder_hidden_states", row, 1),
                                part("data/text_embeds", row, 1))),
                new SizeConditioning(
                        (int) sizes[0],
                        (int) sizes[1],
                        (int) sizes[2],
                        (int) sizes[3],
                        (int) sizes[4],
                        (int) sizes[5]),
                noise,
                (int) data.longs("data/timesteps")[index],
                options.has("mask") ? part("data/mask", index, 2) : null,
                1);
    }

    /** Part of a tensor whose first axes are counted through. */
    private float[] part(String name, int index, int axes) {
        int size =
                (int)
                        data.shape(name).subList(axes, data.shape(name).size()).stream()
                                .mapToLong(Long::longValue)
                                .reduce(1, Math::multiplyExact);
        float[] whole = read.computeIfAbsent(name, data::floats);
        return Arrays.copyOfRange(whole, index * size, (index + 1) * size);
    }
}
