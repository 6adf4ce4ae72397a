package atelier.engine.weights;

import java.util.regex.Pattern;

/**
 * Tensors that models carry along and no network computes with: running averages, tables,
 * constants, and marks.
 */
final class IgnoredTensors {

    /** Its presence says that the UNet predicts velocity. */
    static final String V_PREDICTION_MARK = "v_pred";

    /** Its presence says that the noise was rescaled to zero terminal SNR. */
    static final String ZERO_SNR_MARK = "ztsnr";

    private static final Pattern IGNORED =
            Pattern.compile(
                    String.join(
                            "|",
                            "model_ema\\..*",
                            "(.*\\.)?position_ids",
                            "(.*\\.)?logit_scale",
                            "denoiser\\.sigmas",
                            "(sqrt_)?(one_minus_)?alphas_cumprod.*",
                            "(sqrt|log)_(recip|recipm1|one_minus)_?alphas_cumprod.*",
                            "betas|logvar|lvlb_weights|posterior_.*",
                            "first_stage_model\\.loss\\..*",
                            // A projection that SDXL's first text encoder has no use for; some
                            // programs write it all the same.
                            "conditioner\\.embedders\\.0\\.transformer\\.text_projection(\\.weight)?",
                            V_PREDICTION_MARK,
                            ZERO_SNR_MARK));

    private IgnoredTensors() {}

    static boolean contains(String name) {
        return IGNORED.matcher(name).matches();
    }
}
