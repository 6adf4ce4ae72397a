package atelier.model.starter;

/** The form of a mouth. */
public enum MouthShape implements Trait {
    /** Small mouth. */
    SMALL("small mouth"),
    /** Wide mouth. */
    WIDE("wide mouth"),
    /** Full lips. */
    FULL("full lips");

    private final String words;

    MouthShape(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
