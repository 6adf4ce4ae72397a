package atelier.model.training;

/** What the masks of pictures are used for in the loss. */
public enum MaskUse {
    /** Nothing. */
    OFF("off"),
    /** Each place counts as its mask says, so that pictures of a small subject count little. */
    PLAIN("plain"),
    /** The same, divided by the mask's mean, so that each picture counts alike. */
    NORMALIZED("normalized");

    private final String id;

    MaskUse(String id) {
        this.id = id;
    }

    /** What the command line and files call it. */
    @Override
    public String toString() {
        return id;
    }
}
