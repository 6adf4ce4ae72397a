package atelier.engine.weights;

/** How a model lies on the drive. */
public enum CheckpointLayout {
    /** One file with all networks, or some of them. */
    SINGLE_FILE("single file"),
    /** A folder with one folder per network, as diffusers writes it. */
    DIFFUSERS_FOLDER("diffusers folder");

    private final String label;

    CheckpointLayout(String label) {
        this.label = label;
    }

    /** What it is called in sentences. */
    public String label() {
        return label;
    }
}
