package atelier.model.starter;

/** The hand a picture is drawn in. */
public enum DrawingStyle implements Trait {
    /** Flat cartoon. */
    FLAT("flat cartoon"),
    /** Inked cartoon. */
    OUTLINE("inked cartoon"),
    /** Soft airbrushed cartoon. */
    SOFT("soft airbrushed cartoon");

    private final String words;

    DrawingStyle(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
