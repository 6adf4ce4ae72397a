package atelier.engine.caption;

/** What a tag of a WD tagger is about. */
public enum TagKind {
    /** What is seen. */
    GENERAL,
    /** Whom of a story it shows. */
    CHARACTER,
    /** Who may see it; of these exactly one applies. */
    RATING,
    /** Anything else. */
    OTHER;

    private static final int CHARACTERS = 4;
    private static final int RATINGS = 9;

    /** By the number that the lists of tags have for it. */
    static TagKind of(int category) {
        return switch (category) {
            case 0 -> GENERAL;
            case CHARACTERS -> CHARACTER;
            case RATINGS -> RATING;
            default -> OTHER;
        };
    }
}
