package atelier.model.starter;

/** One thing more that a person wears. */
public enum Accessory implements Trait {
    /** No accessory. */
    NONE("no accessory"),
    /** Hoop earrings. */
    EARRINGS("hoop earrings"),
    /** Round glasses. */
    GLASSES("round glasses"),
    /** Bead necklace. */
    NECKLACE("bead necklace"),
    /** Scarf. */
    SCARF("scarf"),
    /** Flower behind the ear. */
    FLOWER("flower behind the ear");

    private final String words;

    Accessory(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
