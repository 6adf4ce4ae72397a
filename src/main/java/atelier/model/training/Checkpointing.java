package atelier.model.training;

/** Whether the UNet is computed twice in a training step, to keep little of it in memory. */
public enum Checkpointing {
    /** Only where the memory asks for it. */
    AUTO("auto"),
    /** Always: about a third slower, a third of the memory. */
    ON("on"),
    /** Never. */
    OFF("off");

    private final String id;

    Checkpointing(String id) {
        this.id = id;
    }

    /** What the command line and files call it. */
    @Override
    public String toString() {
        return id;
    }
}
