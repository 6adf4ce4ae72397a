package atelier.model.starter;

/** The place behind a person. */
public enum Background implements Trait {
    /** Plain background. */
    PLAIN("plain background"),
    /** Steppe. */
    STEPPE("steppe"),
    /** City. */
    CITY("city"),
    /** Room. */
    ROOM("room"),
    /** Sky. */
    SKY("sky");

    private final String words;

    Background(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
