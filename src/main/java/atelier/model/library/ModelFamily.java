package atelier.model.library;

/** The families of diffusion models that users come by, and what Atelier does with each. */
public enum ModelFamily {
    /** SDXL and what was fine-tuned or distilled in steps from it; the one family that is used. */
    SDXL("an SDXL model", ""),
    /** SDXL's second stage. */
    SDXL_REFINER(
            "an SDXL refiner",
            "which only finishes what a base model began: choose an SDXL base model."),
    /** SDXL with mask and masked picture as further input channels. */
    SDXL_INPAINTING(
            "an SDXL inpainting model with 9 input channels",
            "which is not supported: choose an ordinary SDXL model, with which Atelier inpaints, too."),
    /** SDXL with a picture as further input channels. */
    SDXL_EDIT(
            "an SDXL model that edits pictures (InstructPix2Pix)",
            "which is not supported: choose an SDXL base model."),
    /** SDXL trained with another formulation of noise. */
    SDXL_EDM(
            "an SDXL model with EDM noise, as Playground 2.5",
            "which is not supported: choose an SDXL base model."),
    /** SDXL with parts of the UNet left out. */
    SDXL_REDUCED(
            "a reduced SDXL model, as SSD-1B or Vega",
            "whose UNet lacks parts that Atelier needs: choose a full SDXL model."),
    /** Stable Diffusion 1.x. */
    SD1("a Stable Diffusion 1.x model", "which is not supported: choose an SDXL model."),
    /** Stable Diffusion 2.x. */
    SD2("a Stable Diffusion 2.x model", "which is not supported: choose an SDXL model."),
    /** Stable Diffusion 3 and 3.5. */
    SD3("a Stable Diffusion 3 model", "which is not supported: choose an SDXL model."),
    /** FLUX.1 and its relatives. */
    FLUX("a Flux model", "which is not supported: choose an SDXL model."),
    /** A network that steers another. */
    CONTROL_NET("a ControlNet", "not a model: choose an SDXL model."),
    /** Changes of another model's weights. */
    ADAPTER(
            "an adapter (LoRA)",
            "not a model: choose an SDXL model, and use this file as an adapter with it."),
    /** New words for the text encoders. */
    EMBEDDING("a textual inversion embedding", "not a model: choose an SDXL model."),
    /** An autoencoder. */
    VAE("a VAE", "not a whole model: choose an SDXL model, and use this file as its VAE."),
    /** A text encoder. */
    TEXT_ENCODER("a text encoder", "not a whole model: choose an SDXL model."),
    /** Weights in a compressed form. */
    QUANTISED(
            "a quantised model", "which is not supported: choose its fp16, bf16 or fp32 version."),
    /** None of those. */
    UNKNOWN("no model that Atelier knows", "so it cannot be used: choose an SDXL model.");

    private final String label;
    private final String advice;

    ModelFamily(String label, String advice) {
        this.label = label;
        this.advice = advice;
    }

    /** What it is, with its article, as a part of a sentence. */
    public String label() {
        return label;
    }

    /**
     * Why it is not used as a model and what to do, as the rest of a sentence; empty for the one
     * that is used.
     */
    public String advice() {
        return advice;
    }

    /** Whether Atelier generates and trains with it. */
    public boolean isUsed() {
        return this == SDXL;
    }
}
