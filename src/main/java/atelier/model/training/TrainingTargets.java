package atelier.model.training;

/** Which layers of the UNet an adapter is trained on. */
public enum TrainingTargets {
    /** Query, key, value and output projections of every attention: 560 layers of SDXL. */
    ATTENTION("attn"),
    /** Every linear layer of the transformers: 722 layers of SDXL, sd-scripts' choice. */
    TRANSFORMERS("attn+ff"),
    /**
     * These, and what the residual and resampling blocks have: 788 layers of SDXL, sd-scripts'
     * choice with convolutions.
     */
    ALL("all");

    private final String id;

    TrainingTargets(String id) {
        this.id = id;
    }

    /** What the command line and files call it. */
    @Override
    public String toString() {
        return id;
    }
}
