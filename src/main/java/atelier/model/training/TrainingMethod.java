package atelier.model.training;

/** How the change of each layer's weight is expressed while it is trained. */
public enum TrainingMethod {
    /** A product of two thin matrices (Hu et al. 2021); on convolutions known as LoCon. */
    LORA("lora"),
    /** An element-wise product of two such products (Hyeon-Woo et al. 2021). */
    LOHA("loha"),
    /** A Kronecker product of two matrices (Edalati et al. 2022). */
    LOKR("lokr"),
    /** None: all weights of the UNet are trained themselves, and a whole model is written. */
    FULL("full");

    private final String id;

    TrainingMethod(String id) {
        this.id = id;
    }

    /** What the command line and files call it. */
    @Override
    public String toString() {
        return id;
    }
}
