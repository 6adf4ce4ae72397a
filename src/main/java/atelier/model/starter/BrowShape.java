package atelier.model.starter;

/** The form of eyebrows. */
public enum BrowShape implements Trait {
    /** Thin. */
    THIN("thin"),
    /** Thick. */
    THICK("thick"),
    /** Arched. */
    ARCHED("arched"),
    /** Joined. */
    JOINED("joined");

    private final String words;

    BrowShape(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
