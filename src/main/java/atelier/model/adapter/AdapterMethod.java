package atelier.model.adapter;

/** How an adapter expresses its change of a layer's weight. */
public enum AdapterMethod {
    /** A product of two thin matrices (Hu et al. 2021); on convolutions known as LoCon. */
    LORA("LoRA"),
    /** An element-wise product of two such products (Hyeon-Woo et al. 2021). */
    LOHA("LoHa"),
    /** A Kronecker product of two matrices (Edalati et al. 2022). */
    LOKR("LoKr"),
    /** The difference itself. */
    FULL("full difference");

    private final String label;

    AdapterMethod(String label) {
        this.label = label;
    }

    /** As its users call it. */
    public String label() {
        return label;
    }
}
