package atelier.engine.sdxl;

/** The networks of an SDXL model. */
public enum Component {
    /** Predicts noise or velocity. */
    UNET,
    /** Turns pictures into latents and back. */
    VAE,
    /** CLIP ViT-L's text tower. */
    TEXT_ENCODER_1,
    /** OpenCLIP bigG's text tower, with the pooled output. */
    TEXT_ENCODER_2
}
