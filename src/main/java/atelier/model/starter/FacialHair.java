package atelier.model.starter;

/** What grows on a chin and over a mouth. */
public enum FacialHair implements Trait {
    /** Clean-shaven. */
    NONE("clean-shaven"),
    /** Stubble. */
    STUBBLE("stubble"),
    /** Moustache. */
    MOUSTACHE("moustache"),
    /** Goatee. */
    GOATEE("goatee"),
    /** Full beard. */
    BEARD("full beard"),
    /** Long beard. */
    LONG_BEARD("long beard");

    private final String words;

    FacialHair(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
