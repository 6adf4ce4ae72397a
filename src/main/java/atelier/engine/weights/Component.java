package atelier.engine.weights;

/** The networks that an SDXL model is made of. */
public enum Component {
    /** Predicts the noise. */
    UNET("UNet", "unet"),
    /** Turns pictures into latents and back. */
    VAE("VAE", "vae"),
    /** OpenAI's CLIP ViT-L, as SDXL's first text encoder. */
    TEXT_ENCODER_1("first text encoder", "text_encoder"),
    /** OpenCLIP's ViT-bigG, as SDXL's second text encoder, with projection. */
    TEXT_ENCODER_2("second text encoder", "text_encoder_2");

    private final String label;
    private final String folder;

    Component(String label, String folder) {
        this.label = label;
        this.folder = folder;
    }

    /** What it is called in sentences. */
    public String label() {
        return label;
    }

    /** Its folder in the diffusers layout. */
    public String folder() {
        return folder;
    }

    /** Whether it is one of the two text encoders. */
    public boolean isTextEncoder() {
        return this == TEXT_ENCODER_1 || this == TEXT_ENCODER_2;
    }
}
