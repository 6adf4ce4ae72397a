package atelier.service.training;

import atelier.engine.weights.Checkpoint;
import atelier.model.adapter.AdapterDescription;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Subset;
import atelier.model.generation.PredictionType;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.FramedPicture;
import atelier.service.dataset.caption.Tags;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
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
     * @param checkpointed whether parts of the UNet were computed again on the way back
     * @param type element type of the base model
     */
    static AdapterDescription describe(
            TrainingJob job, long steps, int batchesPerEpoch, boolean checkpointed, String type) {
        TrainingPlan plan = job.plan();
        Checkpoint checkpoint = job.checkpoint();
        List<FramedPicture> pictures = job.pictures();
        boolean velocity = checkpoint.prediction().type() == PredictionType.V_PREDICTION;
        long epochs = Math.ceilDiv(steps * plan.step().gradientAccumulation(), batchesPerEpoch);
        SequencedMap<String, String> lines = new LinkedHashMap<>();
        lines.put("ss_sd_model_name", name(checkpoint));
        if (job.model().size() == 1) {
            lines.put("ss_new_sd_model_hash", job.model().getFirst().sha256());
        }
        lines.put("ss_learning_rate", Double.toString(plan.optimization().learningRate()));
        lines.put("ss_unet_lr", Double.toString(plan.optimization().learningRate()));
        lines.put("ss_text_encoder_lr", textRates(plan.textEncoders()));
        lines.put("ss_optimizer", plan.optimization().optimizer());
        lines.put("ss_lr_scheduler", plan.rate().learningRateSchedule());
        lines.put("ss_lr_warmup_steps", Integer.toString(plan.rate().warmUpSteps()));
        lines.put("ss_max_grad_norm", Double.toString(plan.step().maxGradientNorm()));
        lines.put("ss_seed", Long.toString(plan.seed()));
        lines.put("ss_steps", Long.toString(steps));
        lines.put("ss_max_train_steps", Integer.toString(plan.steps()));
        lines.put("ss_epoch", Long.toString(epochs));
        lines.put("ss_num_train_images", Long.toString(shown(job, false)));
        lines.put("ss_num_reg_images", Long.toString(shown(job, true)));
        if (plan.adapter().delta().method() == TrainingMethod.LOKR) {
            String factor = Integer.toString(plan.adapter().delta().lokrFactor());
            lines.put("ss_network_args", JSON.writeValueAsString(Map.of("factor", factor)));
        }
        lines.put("ss_num_batches_per_epoch", Integer.toString(batchesPerEpoch));
        lines.put("ss_total_batch_size", Integer.toString(plan.step().batchSize()));
        lines.put(
                "ss_gradient_accumulation_steps",
                Integer.toString(plan.step().gradientAccumulation()));
        lines.put("ss_gradient_checkpointing", python(checkpointed));
        lines.put("ss_mixed_precision", type.equals("fp32") ? "no" : type);
        lines.put("ss_cache_latents", python(true));
        lines.put("ss_loss_type", "l2");
        lines.put("ss_min_snr_gamma", orNone(plan.loss().minSnrGamma()));
        lines.put("ss_debiased_estimation", python(plan.loss().debiasedEstimation()));
        lines.put("ss_prior_loss_weight", Double.toString(plan.loss().priorLossWeight()));
        lines.put("ss_noise_offset", orNone(plan.noise().noiseOffset()));
        int resolutions = plan.noise().multiresNoiseIterations();
        lines.put(
                "ss_multires_noise_iterations",
                resolutions == 0 ? "None" : Integer.toString(resolutions));
        lines.put(
                "ss_multires_noise_discount",
                Double.toString(plan.noise().multiresNoiseDiscount()));
        lines.put("ss_zero_terminal_snr", python(checkpoint.prediction().zeroTerminalSnr()));
        lines.put("ss_v_parameterization", python(velocity));
        lines.put("ss_resolution", "(%1$d, %1$d)".formatted(plan.pictures().resolution()));
        lines.put("ss_enable_bucket", python(true));
        lines.put("ss_bucket_no_upscale", python(!plan.pictures().upscale()));
        lines.put("ss_bucket_info", JSON.writeValueAsString(buckets(pictures)));
        lines.put("ss_flip_aug", python(plan.pictures().flip()));
        lines.put("ss_caption_dropout_rate", Double.toString(plan.captions().captionDropout()));
        lines.put("ss_caption_tag_dropout_rate", Double.toString(plan.captions().tagDropout()));
        lines.put("ss_shuffle_caption", python(plan.captions().shuffleCaption()));
        lines.put("ss_keep_tokens", Integer.toString(plan.captions().keepTokens()));
        lines.put("ss_tag_frequency", JSON.writeValueAsString(tags(job)));
        lines.put("ss_dataset_dirs", JSON.writeValueAsString(folders(job, false)));
        lines.put("ss_reg_dataset_dirs", JSON.writeValueAsString(folders(job, true)));
        return new AdapterDescription(
                job.order().trigger(),
                job.order().trigger(),
                null,
                null,
                "%1$dx%1$d".formatted(plan.pictures().resolution()),
                checkpoint.prediction().type(),
                // No date, so that a run that is repeated gives the same file.
                null,
                null,
                lines);
    }

    private static String name(Checkpoint checkpoint) {
        return String.valueOf(checkpoint.path().toAbsolutePath().normalize().getFileName());
    }

    /** A list where either is trained, as for an option that takes one number for each encoder. */
    private static String textRates(TextEncoderSettings text) {
        return text.trained()
                ? List.of(text.textEncoder1Rate(), text.textEncoder2Rate()).toString()
                : "0.0";
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
        pictures.stream()
                .flatMap(framed -> framed.framings().stream())
                .forEach(framing ->
                        counts.merge(List.of(framing.width(), framing.height()), 1, Integer::sum));
        Map<String, Bucket> buckets = new LinkedHashMap<>();
        counts.forEach((size, count) ->
                buckets.put(Integer.toString(buckets.size()), new Bucket(size, count)));
        return Map.of("buckets", buckets);
    }

    /** How many pictures of one kind an epoch shows. */
    private static long shown(TrainingJob job, boolean regularisation) {
        List<Integer> repeats = job.repeats();
        long shown = 0;
        for (int i = 0; i < repeats.size(); i++) {
            boolean other = job.pictures().get(i).picture().subset().regularisation();
            shown += other == regularisation ? repeats.get(i) : 0;
        }
        return shown;
    }

    private static Map<String, Map<String, Integer>> tags(TrainingJob job) {
        Map<String, Map<String, Integer>> tags = new LinkedHashMap<>();
        bySubset(job, false)
                .forEach((subset, pictures) ->
                        tags.put(
                                name(subset),
                                Tags.count(
                                        pictures.stream().map(DatasetPicture::caption).toList())));
        return tags;
    }

    private record Folder(
            @JsonProperty("n_repeats") int repeats, @JsonProperty("img_count") int pictures) {}

    private static Map<String, Folder> folders(TrainingJob job, boolean regularisation) {
        Map<String, Folder> folders = new LinkedHashMap<>();
        bySubset(job, regularisation)
                .forEach((subset, pictures) -> {
                    // As sd-scripts would call it, where pictures of one folder are shown unequally
                    // often.
                    String name = name(subset);
                    folders.put(
                            folders.containsKey(name) ? subset.repeats() + "_" + name : name,
                            new Folder(subset.repeats(), pictures.size()));
                });
        return folders;
    }

    private static Map<Subset, List<DatasetPicture>> bySubset(
            TrainingJob job, boolean regularisation) {
        return job.pictures().stream()
                .map(FramedPicture::picture)
                .filter(picture -> picture.subset().regularisation() == regularisation)
                .collect(
                        Collectors.groupingBy(
                                DatasetPicture::subset, LinkedHashMap::new, Collectors.toList()));
    }

    /** The folder's own name alone: where it lies on this machine is nobody's business. */
    private static String name(Subset subset) {
        return String.valueOf(subset.folder().toAbsolutePath().normalize().getFileName());
    }
}
