package atelier.model.starter;

/** The colour of skin. */
public enum SkinTone implements Trait {
    /** Fair. */
    FAIR("fair"),
    /** Golden. */
    GOLDEN("golden"),
    /** Tan. */
    TAN("tan"),
    /** Brown. */
    BROWN("brown"),
    /** Dark. */
    DARK("dark");

    private final String words;

    SkinTone(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
