package atelier.model.starter;

/** The second colour of an outfit: of trim, patterns, headwear, scarves and ties. */
public enum AccentColour implements Trait {
    /** Gold. */
    GOLD("gold"),
    /** Scarlet. */
    SCARLET("scarlet"),
    /** Ivory. */
    IVORY("ivory"),
    /** Turquoise. */
    TURQUOISE("turquoise"),
    /** Indigo. */
    INDIGO("indigo"),
    /** Rose. */
    ROSE("rose");

    private final String words;

    AccentColour(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
