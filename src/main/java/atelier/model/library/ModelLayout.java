package atelier.model.library;

/** The two ways in which a model lies on the drive. */
public enum ModelLayout {
    /** One safetensors file. */
    SINGLE_FILE,
    /** A folder with one folder per network, as diffusers writes it. */
    DIFFUSERS_FOLDER
}
