package atelier.model.starter;

/** Where a head leans, as the viewer sees it. */
public enum Tilt implements Trait {
    /** Head tilted to the left. */
    LEFT("head tilted to the left"),
    /** Head held upright. */
    UPRIGHT("head held upright"),
    /** Head tilted to the right. */
    RIGHT("head tilted to the right");

    private final String words;

    Tilt(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
