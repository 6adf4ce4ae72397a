package atelier.engine.lora;

import atelier.model.library.ModelFamily;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which kind of model an adapter was trained on: by names and widths that only that kind has, and
 * by the metadata where those leave it open. The width of the text that attention reads tells best:
 * 768, 1024 and 2048 for Stable Diffusion 1, 2 and XL.
 */
final class FamilyGuess {

    private static final Pattern FLUX =
            Pattern.compile(
                    ".*(double_blocks|single_blocks|single_transformer_blocks|double_stream).*");
    private static final Pattern SD3 =
            Pattern.compile(".*(joint_blocks|attn_add_k_proj|attn\\.add_k_proj|x_block_attn).*");
    private static final Pattern CROSS_ATTENTION = Pattern.compile(".*attn2[._](to_k|to_v)");
    private static final Pattern SMALL_UNET =
            Pattern.compile(
                    ".*(down_blocks[._]0[._]attentions|up_blocks[._]3[._]|input_blocks[._]1[._]1[._]).*");
    private static final Map<Long, ModelFamily> TEXT_WIDTHS =
            Map.of(768L, ModelFamily.SD1, 1024L, ModelFamily.SD2, 2048L, ModelFamily.SDXL);
    private static final List<Map.Entry<Set<String>, ModelFamily>> WORDS =
            List.of(
                    Map.entry(Set.of("sdxl", "stable-diffusion-xl"), ModelFamily.SDXL),
                    Map.entry(Set.of("sd_v1", "stable-diffusion-v1", "sd_1"), ModelFamily.SD1),
                    Map.entry(Set.of("sd_v2", "stable-diffusion-v2", "sd_2"), ModelFamily.SD2),
                    Map.entry(Set.of("sd3", "stable-diffusion-3"), ModelFamily.SD3),
                    Map.entry(Set.of("flux"), ModelFamily.FLUX));

    private FamilyGuess() {}

    /** The kind of model these layers and this metadata speak of. */
    static ModelFamily of(List<LayerAdapter> layers, Map<String, String> metadata) {
        for (LayerAdapter layer : layers) {
            if (FLUX.matcher(layer.stem()).matches()) {
                return ModelFamily.FLUX;
            }
        }
        for (LayerAdapter layer : layers) {
            if (SD3.matcher(layer.stem()).matches()) {
                return ModelFamily.SD3;
            }
            Delta delta = layer.delta();
            if (delta != null && CROSS_ATTENTION.matcher(layer.stem()).matches()) {
                ModelFamily family = TEXT_WIDTHS.get(delta.size().columns());
                if (family != null) {
                    return family;
                }
            }
        }
        ModelFamily said = fromMetadata(metadata);
        if (said != ModelFamily.UNKNOWN) {
            return said;
        }
        if (layers.stream().anyMatch(layer -> SMALL_UNET.matcher(layer.stem()).matches())) {
            return ModelFamily.SD1;
        }
        boolean second =
                layers.stream()
                        .anyMatch(layer -> layer.name().network() == NetworkName.TEXT_ENCODER_2);
        return second ? ModelFamily.SDXL : ModelFamily.UNKNOWN;
    }

    private static ModelFamily fromMetadata(Map<String, String> metadata) {
        for (String key : List.of("ss_base_model_version", "modelspec.architecture")) {
            String value = metadata.getOrDefault(key, "").toLowerCase(Locale.ROOT);
            for (Map.Entry<Set<String>, ModelFamily> words : WORDS) {
                if (words.getKey().stream().anyMatch(value::startsWith)) {
                    return words.getValue();
                }
            }
        }
        return ModelFamily.UNKNOWN;
    }
}
