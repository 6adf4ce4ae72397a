package atelier.model.starter;

/** The colour of hair, beards and brows. */
public enum HairColour implements Trait {
    /** Black. */
    BLACK("black"),
    /** Brown. */
    BROWN("brown"),
    /** Red. */
    RED("red"),
    /** Blond. */
    BLOND("blond"),
    /** White. */
    WHITE("white"),
    /** Blue. */
    BLUE("blue"),
    /** Pink. */
    PINK("pink");

    private final String words;

    HairColour(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
