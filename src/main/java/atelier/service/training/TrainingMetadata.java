package atelier.service.training;

import atelier.engine.weights.Checkpoint;
import atelier.model.adapter.AdapterDescription;
import atelier.model.generation.PredictionType;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.FramedPicture;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What an adapter's file tells of its training, in sd-scripts' words. */
final class TrainingMetadata {

    private static final JsonMapper JSON = new JsonMapper();

    private TrainingMetadata() {}

    /**
     * The description.
     *
     * @param steps done so far
     * @param batchesPerEpoch before accumulation
     * @param checkpointed whether the UNet was computed twice
     * @param type element type of the base model
     */
    static AdapterDescription describe(
            TrainingJob job, long steps, int batchesPerEpoch, boolean checkpointed, String type) {
        TrainingPlan plan = job.plan();
        Checkpoint checkpoint = job.checkpoint();
        List<FramedPicture> pictures = job.pictures();
        boolean velocity = checkpoint.prediction().type() == PredictionType.V_PREDICTION;
        long epochs = Math.ceilDiv(steps * plan.gradientAccumulation(), batchesPerEpoch);
        SequencedMap<String, String> lines = new LinkedHashMap<>();
        lines.put("ss_sd_model_name", name(checkpoint));
        lines.put("ss_learning_rate", Double.toString(plan.learningRate()));
        lines.put("ss_unet_lr", Double.toString(plan.learningRate()));
        lines.put("ss_text_encoder_lr", "0.0");
        lines.put("ss_optimizer", plan.optimizer());
        lines.put("ss_lr_scheduler", plan.learningRateSchedule());
        lines.put("ss_lr_warmup_steps", Integer.toString(plan.warmUpSteps()));
        lines.put("ss_max_grad_norm", Double.toString(plan.maxGradientNorm()));
        lines.put("ss_seed", Long.toString(plan.seed()));
        lines.put("ss_steps", Long.toString(steps));
        lines.put("ss_max_train_steps", Integer.toString(plan.steps()));
        lines.put("ss_epoch", Long.toString(epochs));
        lines.put("ss_num_train_images", Integer.toString(pictures.size()));
        lines.put("ss_num_batches_per_epoch", Integer.toString(batchesPerEpoch));
        lines.put("ss_total_batch_size", Integer.toString(plan.batchSize()));
        lines.put("ss_gradient_accumulation_steps", Integer.toString(plan.gradientAccumulation()));
        lines.put("ss_gradient_checkpointing", python(checkpointed));
        lines.put("ss_mixed_precision", type.equals("fp32") ? "no" : type);
        lines.put("ss_cache_latents", python(true));
        lines.put("ss_loss_type", "l2");
        lines.put("ss_min_snr_gamma", orNone(plan.minSnrGamma()));
        lines.put("ss_noise_offset", orNone(plan.noiseOffset()));
        lines.put("ss_zero_terminal_snr", python(checkpoint.prediction().zeroTerminalSnr()));
        lines.put("ss_v_parameterization", python(velocity));
        lines.put("ss_resolution", "(%1$d, %1$d)".formatted(plan.resolution()));
        lines.put("ss_enable_bucket", python(true));
        lines.put("ss_bucket_no_upscale", python(!plan.upscale()));
        lines.put("ss_bucket_info", JSON.writeValueAsString(buckets(pictures)));
        lines.put("ss_tag_frequency", JSON.writeValueAsString(tags(job)));
        return new AdapterDescription(
                job.order().trigger(),
                job.order().trigger(),
                null,
                null,
                "%1$dx%1$d".formatted(plan.resolution()),
                checkpoint.prediction().type(),
                job.created(),
                null,
                lines);
    }

    private static String name(Checkpoint checkpoint) {
        return String.valueOf(checkpoint.path().toAbsolutePath().normalize().getFileName());
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }

    private static String orNone(double value) {
        return value == 0 ? "None" : Double.toString(value);
    }

    private record Bucket(List<Integer> resolution, int count) {}

    private static Map<String, Map<String, Bucket>> buckets(List<FramedPicture> pictures) {
        Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
        pictures.forEach(framed ->
                counts.merge(
                        List.of(framed.framing().width(), framed.framing().height()),
                        1,
                        Integer::sum));
        Map<String, Bucket> buckets = new LinkedHashMap<>();
        counts.forEach((size, count) ->
                buckets.put(Integer.toString(buckets.size()), new Bucket(size, count)));
        return Map.of("buckets", buckets);
    }

    private static Map<String, Map<String, Integer>> tags(TrainingJob job) {
        Map<String, Integer> counts = new TreeMap<>();
        for (FramedPicture framed : job.pictures()) {
            for (String tag : framed.picture().caption().split(",", -1)) {
                if (!tag.isBlank()) {
                    counts.merge(tag.strip(), 1, Integer::sum);
                }
            }
        }
        Path folder = job.order().data().toAbsolutePath().normalize();
        return Map.of(String.valueOf(folder.getFileName()), counts);
    }
}
