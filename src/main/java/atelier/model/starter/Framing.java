package atelier.model.starter;

/** How much of a person is in the picture. */
public enum Framing implements Trait {
    /** Close-up. */
    HEAD("close-up"),
    /** Bust portrait. */
    BUST("bust portrait"),
    /** Half-length portrait. */
    HALF("half-length portrait");

    private final String words;

    Framing(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
