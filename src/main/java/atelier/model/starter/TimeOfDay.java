package atelier.model.starter;

/** The hour, which lends a picture its light. */
public enum TimeOfDay implements Trait {
    /** Morning. */
    MORNING("morning"),
    /** Day. */
    DAY("day"),
    /** Evening. */
    EVENING("evening"),
    /** Night. */
    NIGHT("night");

    private final String words;

    TimeOfDay(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
