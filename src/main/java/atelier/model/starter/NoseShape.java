package atelier.model.starter;

/** The form of a nose. */
public enum NoseShape implements Trait {
    /** Button. */
    BUTTON("button"),
    /** Straight. */
    STRAIGHT("straight"),
    /** Broad. */
    BROAD("broad"),
    /** Hooked. */
    HOOKED("hooked");

    private final String words;

    NoseShape(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
