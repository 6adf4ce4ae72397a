package atelier.engine.weights;

import atelier.model.library.ModelFamily;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what family of models a set of tensors belongs to, by names and a few shapes. */
public final class Recognizer {

    private static final Pattern ADAPTER =
            Pattern.compile(
                    ".*\\.(lora_(up|down|mid|A|B|magnitude_vector)|lora_linear_layer|lora\\.(up|down)|hada_[wt][12](_[ab])?|lokr_[wt][12](_[ab])?"
                            + "|dora_scale|oft_diag|oft_blocks|a1\\.weight)(\\..*)?|.*_lora\\.(up|down)\\.weight|lora_(unet|te\\d?)_.*");
    private static final Pattern EMBEDDING =
            Pattern.compile("clip_[lg]|emb_params|string_to_(token|param)(\\..*)?|<.*>");
    private static final Pattern QUANTISED =
            Pattern.compile(
                    ".*\\.(absmax|quant_state\\..*|quant_map|scale_weight|weight_scale|qweight|qzeros)|scaled_fp8");
    private static final int REFINER_POOLED_AND_SIZES = 2560;
    private static final int REFINER_CONTEXT = 1280;
    private static final int SD1_CONTEXT = 768;
    private static final int SD2_CONTEXT = 1024;
    private static final int INPAINTING_CHANNELS = 9;
    private static final int EDIT_CHANNELS = 8;

    private final Set<String> names;
    private final Map<String, TensorInfo> tensors;

    private Recognizer(Map<String, TensorInfo> tensors) {
        this.tensors = tensors;
        this.names = tensors.keySet();
    }

    /** The family that these tensors, by their names in the file, belong to. */
    public static ModelFamily recognize(Map<String, TensorInfo> tensors) {
        return new Recognizer(tensors).family();
    }

    private ModelFamily family() {
        if (any(ADAPTER)) {
            return ModelFamily.ADAPTER;
        }
        if (names.stream().allMatch(name -> EMBEDDING.matcher(name).matches())) {
            return names.isEmpty() ? ModelFamily.UNKNOWN : ModelFamily.EMBEDDING;
        }
        if (contains("double_blocks.0.") || contains("single_transformer_blocks.0.")) {
            return ModelFamily.FLUX;
        }
        if (contains("joint_blocks.0.") || contains("transformer_blocks.0.attn.add_q_proj")) {
            return ModelFamily.SD3;
        }
        if (contains("input_hint_block.") || contains("controlnet_")) {
            return ModelFamily.CONTROL_NET;
        }
        if (contains("input_blocks.0.0.") || contains("down_blocks.0.resnets.0.time_emb_proj.")) {
            return ofUNet();
        }
        if (contains("decoder.conv_in.") || contains("encoder.conv_in.")) {
            return ModelFamily.VAE;
        }
        boolean text =
                contains("text_model.encoder.layers.0.") || contains("transformer.resblocks.0.");
        return text ? ModelFamily.TEXT_ENCODER : ModelFamily.UNKNOWN;
    }

    private ModelFamily ofUNet() {
        if (any(QUANTISED)) {
            return ModelFamily.QUANTISED;
        }
        if (names.contains("edm_mean") || names.contains("edm_vpred.sigma_max")) {
            return ModelFamily.SDXL_EDM;
        }
        long context = size("attn2.to_k.weight", 1);
        long conditions =
                Math.max(size("label_emb.0.0.weight", 1), size("add_embedding.linear_1.weight", 1));
        if (names.contains("conditioner.embedders.0.model.ln_final.weight")
                || (conditions == REFINER_POOLED_AND_SIZES && context == REFINER_CONTEXT)) {
            return ModelFamily.SDXL_REFINER;
        }
        if (conditions == 0 || contains("cond_stage_model.")) {
            return context == SD1_CONTEXT
                    ? ModelFamily.SD1
                    : context == SD2_CONTEXT ? ModelFamily.SD2 : ModelFamily.UNKNOWN;
        }
        long channels = Math.max(size("input_blocks.0.0.weight", 1), size("conv_in.weight", 1));
        if (channels == INPAINTING_CHANNELS) {
            return ModelFamily.SDXL_INPAINTING;
        }
        if (channels == EDIT_CHANNELS) {
            return ModelFamily.SDXL_EDIT;
        }
        boolean middle =
                contains("middle_block.1.transformer_blocks.")
                        || contains("mid_block.attentions.0.transformer_");
        return middle ? ModelFamily.SDXL : ModelFamily.SDXL_REDUCED;
    }

    private boolean contains(String part) {
        return names.stream().anyMatch(name -> name.contains(part));
    }

    private boolean any(Pattern pattern) {
        return names.stream().anyMatch(name -> pattern.matcher(name).matches());
    }

    /**
     * An extent of the first tensor whose name ends so; 0 if there is none. The autoencoder's are
     * left out of it.
     */
    private long size(String ending, int axis) {
        return tensors.values().stream()
                .filter(tensor -> isUNets(tensor.name()) && tensor.name().endsWith(ending))
                .map(TensorInfo::shape)
                .filter(shape -> axis < shape.size())
                .map((List<Long> shape) -> shape.get(axis))
                .findFirst()
                .orElse(0L);
    }

    private static boolean isUNets(String name) {
        return !name.contains("encoder.")
                && !name.contains("decoder.")
                && !name.startsWith("model_ema.");
    }
}
