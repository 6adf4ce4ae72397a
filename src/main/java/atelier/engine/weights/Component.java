package atelier.engine.weights;

/** The networks that an SDXL model is made of. */
public enum Component {
    /** Predicts the noise. */
    UNET("UNet", "unet", "model.diffusion_model."),
    /** Turns pictures into latents and back. */
    VAE("VAE", "vae", "first_stage_model."),
    /** OpenAI's CLIP ViT-L, as SDXL's first text encoder. */
    TEXT_ENCODER_1("first text encoder", "text_encoder", "conditioner.embedders.0.transformer."),
    /** OpenCLIP's ViT-bigG, as SDXL's second text encoder, with projection. */
    TEXT_ENCODER_2("second text encoder", "text_encoder_2", "conditioner.embedders.1.model.");

    private final String label;
    private final String folder;
    private final String prefix;

    Component(String label, String folder, String prefix) {
        this.label = label;
        this.folder = folder;
        this.prefix = prefix;
    }

    /** What it is called in sentences. */
    public String label() {
        return label;
    }

    /** Its folder in the diffusers layout. */
    public String folder() {
        return folder;
    }

    /** What its tensors' names begin with in a single file. */
    public String prefix() {
        return prefix;
    }

    /** Whether it is one of the two text encoders. */
    public boolean isTextEncoder() {
        return this == TEXT_ENCODER_1 || this == TEXT_ENCODER_2;
    }
}
