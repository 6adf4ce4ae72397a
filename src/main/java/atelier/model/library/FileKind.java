package atelier.model.library;

/** What a weight file or folder holds, as far as its names tell. */
public enum FileKind {
    /** A whole model, or at least its UNet, in a single file. */
    CHECKPOINT,
    /** A model in a folder with one folder per network. */
    DIFFUSERS_FOLDER,
    /** A LoRA, LoHa, LoKr or DoRA adapter. */
    ADAPTER,
    /** An autoencoder alone. */
    VAE,
    /** A text encoder alone. */
    TEXT_ENCODER,
    /** Anything else. */
    UNKNOWN
}
