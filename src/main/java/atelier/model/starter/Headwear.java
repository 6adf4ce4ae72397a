package atelier.model.starter;

/** What is worn on a head. */
public enum Headwear implements Trait {
    /** Bareheaded. */
    NONE("bareheaded"),
    /** Fur hat. */
    FUR_HAT("fur hat"),
    /** Pointed cap. */
    POINTED_CAP("pointed cap"),
    /** Knitted beanie. */
    BEANIE("knitted beanie"),
    /** Straw hat. */
    STRAW_HAT("straw hat"),
    /** Headband. */
    HEADBAND("headband"),
    /** Flower wreath. */
    WREATH("flower wreath"),
    /** Beret. */
    BERET("beret");

    private final String words;

    Headwear(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
