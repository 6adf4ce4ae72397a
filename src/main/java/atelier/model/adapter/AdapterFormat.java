package atelier.model.adapter;

/** The forms in which Atelier writes adapters. */
public enum AdapterFormat {
    /**
     * sd-scripts' names with the UNet's blocks as in the single-file layout: read by every known
     * program.
     */
    KOHYA,
    /**
     * diffusers' and PEFT's names; alpha is folded into the weights, as many readers of this form
     * ignore it.
     */
    DIFFUSERS
}
