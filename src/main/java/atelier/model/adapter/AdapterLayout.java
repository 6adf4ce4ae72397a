package atelier.model.adapter;

/** By which convention an adapter file names its tensors. */
public enum AdapterLayout {
    /**
     * sd-scripts: {@code lora_unet_input_blocks_4_1_…}, the UNet's blocks named as in the
     * single-file layout.
     */
    KOHYA("kohya"),
    /** The same with the UNet's blocks named as in diffusers: {@code lora_unet_down_blocks_1_…}. */
    KOHYA_DIFFUSERS("kohya with diffusers block names"),
    /** diffusers' training scripts: {@code unet.….to_q.lora.down.weight}. */
    DIFFUSERS("diffusers"),
    /** Plain PEFT: {@code lora_A} and {@code lora_B} throughout. */
    PEFT("PEFT"),
    /** ComfyUI: {@code diffusion_model.input_blocks.4.1.…}. */
    COMFYUI("ComfyUI");

    private final String label;

    AdapterLayout(String label) {
        this.label = label;
    }

    /** As its users call it. */
    public String label() {
        return label;
    }
}
