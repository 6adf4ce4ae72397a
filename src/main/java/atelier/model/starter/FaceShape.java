package atelier.model.starter;

/** The outline of a face. */
public enum FaceShape implements Trait {
    /** Round. */
    ROUND("round"),
    /** Oval. */
    OVAL("oval"),
    /** Square. */
    SQUARE("square"),
    /** Heart-shaped. */
    HEART("heart-shaped"),
    /** Long. */
    LONG("long");

    private final String words;

    FaceShape(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
