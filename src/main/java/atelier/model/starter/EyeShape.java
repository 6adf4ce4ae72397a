package atelier.model.starter;

/** The cut of eyes. */
public enum EyeShape implements Trait {
    /** Round. */
    ROUND("round"),
    /** Almond-shaped. */
    ALMOND("almond-shaped"),
    /** Narrow. */
    NARROW("narrow"),
    /** Sleepy. */
    SLEEPY("sleepy"),
    /** Long-lashed. */
    LASHED("long-lashed");

    private final String words;

    EyeShape(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
