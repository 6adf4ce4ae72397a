package atelier.model.starter;

/** How hair is cut or put up. */
public enum HairStyle implements Trait {
    /** Bald head. */
    BALD("bald head"),
    /** Short hair. */
    SHORT("short hair"),
    /** Spiky hair. */
    SPIKY("spiky hair"),
    /** Curly hair. */
    CURLY("curly hair"),
    /** Bob. */
    BOB("bob"),
    /** Long hair. */
    LONG("long hair"),
    /** Braids. */
    BRAIDS("braids"),
    /** Topknot. */
    TOPKNOT("topknot"),
    /** Twin buns. */
    BUNS("twin buns"),
    /** Ponytail. */
    PONYTAIL("ponytail"),
    /** Mohawk. */
    MOHAWK("mohawk");

    private final String words;

    HairStyle(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
