package atelier.model.adapter;

/** The forms in which Atelier writes adapters. */
public enum AdapterFormat {
    /**
     * sd-scripts' names with the UNet's blocks as in the single-file layout: read by every known
     * program.
     */
    KOHYA("kohya"),
    /**
     * diffusers' and PEFT's names, for LoRA alone: {@code unet.….lora_A.weight} and {@code
     * lora_B.weight}, with alpha folded into the latter, as readers of this form take the rank for
     * it.
     */
    DIFFUSERS("diffusers");

    private final String id;

    AdapterFormat(String id) {
        this.id = id;
    }

    /** What the command line and files call it. */
    @Override
    public String toString() {
        return id;
    }
}
