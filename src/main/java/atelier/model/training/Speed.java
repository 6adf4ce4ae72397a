package atelier.model.training;

/** How much time an adapter is worth; a preset has other defaults for each. */
public enum Speed {
    /** A first look: about a quarter of the time. */
    RAPID("rapid", "a first look, in about a quarter of the time"),
    /** What most trainers take by default. */
    BALANCED("balanced", "what suits most"),
    /** More steps of a larger adapter. */
    QUALITY("quality", "more steps of a larger adapter, in half as much time again");

    private final String id;
    private final String meaning;

    Speed(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** What it is for, to stand after its name. */
    public String meaning() {
        return meaning;
    }

    /** What the command line and files call it. */
    @Override
    public String toString() {
        return id;
    }
}
