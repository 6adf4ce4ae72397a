package atelier.model.starter;

/** What is woven into a garment. */
public enum Pattern implements Trait {
    /** Plain. */
    PLAIN("plain"),
    /** Striped. */
    STRIPES("striped"),
    /** Dotted. */
    DOTS("dotted"),
    /** Diamond-patterned. */
    DIAMONDS("diamond-patterned"),
    /** Checked. */
    CHECKS("checked");

    private final String words;

    Pattern(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
