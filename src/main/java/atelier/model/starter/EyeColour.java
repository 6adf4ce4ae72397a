package atelier.model.starter;

/** The colour of irises. */
public enum EyeColour implements Trait {
    /** Brown. */
    BROWN("brown"),
    /** Blue. */
    BLUE("blue"),
    /** Green. */
    GREEN("green"),
    /** Grey. */
    GREY("grey"),
    /** Amber. */
    AMBER("amber"),
    /** Violet. */
    VIOLET("violet");

    private final String words;

    EyeColour(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
