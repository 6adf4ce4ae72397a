package atelier.model.starter;

/** The main colour of a garment. */
public enum ClothColour implements Trait {
    /** Red. */
    RED("red"),
    /** Orange. */
    ORANGE("orange"),
    /** Yellow. */
    YELLOW("yellow"),
    /** Green. */
    GREEN("green"),
    /** Teal. */
    TEAL("teal"),
    /** Blue. */
    BLUE("blue"),
    /** Purple. */
    PURPLE("purple"),
    /** White. */
    WHITE("white"),
    /** Black. */
    BLACK("black");

    private final String words;

    ClothColour(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
