package atelier.model.training;

/**
 * Whether parts of the UNet are computed again on the way back of a training step, so that less is
 * kept: of blocks with low-rank branches beside linear layers the projections and the feed-forward
 * halves, of other blocks that are trained everything.
 */
public enum Checkpointing {
    /** Only where the memory asks for it. */
    AUTO("auto"),
    /** Always: about a quarter slower, two thirds of the memory beside the model. */
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
