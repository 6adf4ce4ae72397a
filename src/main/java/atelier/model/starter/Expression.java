package atelier.model.starter;

/** What a face shows. */
public enum Expression implements Trait {
    /** Smiling. */
    SMILE("smiling"),
    /** Laughing. */
    LAUGH("laughing"),
    /** Calm. */
    CALM("calm"),
    /** Sad. */
    SAD("sad"),
    /** Surprised. */
    SURPRISE("surprised"),
    /** Angry. */
    ANGER("angry"),
    /** Winking. */
    WINK("winking");

    private final String words;

    Expression(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
