package atelier.service.dataset.source;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of sd-scripts' dataset configurations, by what becomes of them here. */
final class ConfigKeys {

    private static final Set<String> SUBSET =
            Set.of(
                    "image_dir",
                    "num_repeats",
                    "is_reg",
                    "class_tokens",
                    "caption_extension",
                    "shuffle_caption",
                    "keep_tokens",
                    "keep_tokens_separator",
                    "caption_prefix",
                    "caption_suffix",
                    "caption_dropout_rate",
                    "caption_dropout_every_n_epochs",
                    "caption_tag_dropout_rate",
                    "flip_aug",
                    "alpha_mask",
                    "conditioning_data_dir");

    private static final Set<String> DATASET =
            Set.of(
                    "resolution",
                    "enable_bucket",
                    "min_bucket_reso",
                    "max_bucket_reso",
                    "bucket_reso_steps",
                    "bucket_no_upscale");

    private static final Set<String> PASSED_OVER =
            Set.of(
                    "batch_size",
                    "color_aug",
                    "random_crop",
                    "face_crop_aug_range",
                    "random_crop_padding_percent",
                    "caption_separator",
                    "secondary_separator",
                    "enable_wildcard",
                    "token_warmup_min",
                    "token_warmup_step",
                    "cache_info",
                    "metadata_file",
                    "multiplier",
                    "network_multiplier",
                    "skip_image_resolution",
                    "resize_interpolation",
                    "validation_split",
                    "validation_seed",
                    "custom_attributes",
                    "debug_dataset",
                    "max_token_length",
                    "prior_loss_weight",
                    "system_prompt");

    private ConfigKeys() {}

    /** What a subset's table may hold and is read. */
    static Set<String> ofSubset() {
        return SUBSET;
    }

    /** What a dataset's table may hold and is read: its subsets' keys, too. */
    static Set<String> ofDataset() {
        return Stream.concat(
                        SUBSET.stream().filter(key -> !key.equals("image_dir")), DATASET.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether sd-scripts knows a key that is not read here. */
    static boolean isPassedOver(String key) {
        return PASSED_OVER.contains(key);
    }
}
