package atelier.model.starter;

/** Where a head is turned, as the viewer sees it. */
public enum Turn implements Trait {
    /** Turned to the left. */
    LEFT("turned to the left"),
    /** Facing the viewer. */
    FRONT("facing the viewer"),
    /** Turned to the right. */
    RIGHT("turned to the right");

    private final String words;

    Turn(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
