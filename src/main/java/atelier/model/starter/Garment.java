package atelier.model.starter;

/** What is worn on a body. */
public enum Garment implements Trait {
    /** Robe. */
    ROBE("robe"),
    /** Sweater. */
    SWEATER("sweater"),
    /** Shirt. */
    SHIRT("shirt"),
    /** Hoodie. */
    HOODIE("hoodie");

    private final String words;

    Garment(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
