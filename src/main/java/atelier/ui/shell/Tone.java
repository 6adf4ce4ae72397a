package atelier.ui.shell;

/** What the colour of an icon says beside its words. */
public enum Tone {
    /** Nothing in particular. */
    QUIET("quiet"),
    /** Work runs. */
    ACTIVE("act"),
    /** Something went well. */
    GOOD("good"),
    /** Something to look at. */
    WARNING("warn"),
    /** Something is broken. */
    DANGER("bad");

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    /** Its class in the style sheet. */
    public String styleClass() {
        return styleClass;
    }
}
