package atelier.ui.shell;

import java.util.Locale;

/** What the job bar offers to do. */
public enum JobAction {
    /** Holds the work and frees its memory. */
    PAUSE("pause", false),
    /** Goes on with it. */
    RESUME("play", true),
    /** Shows why it failed. */
    DETAILS("file-text", false),
    /** Tries it once more. */
    RETRY("rotate-cw", true),
    /** Computes on the CPU, as the graphics card is not there. */
    USE_CPU("cpu", false),
    /** Looks for the graphics card again. */
    TRY_AGAIN("refresh-cw", false),
    /** Ends it. */
    CANCEL("x", false);

    private final String icon;
    private final boolean primary;

    JobAction(String icon, boolean primary) {
        this.icon = icon;
        this.primary = primary;
    }

    /** Its icon's name. */
    public String icon() {
        return icon;
    }

    /** Whether it is what the user will want. */
    public boolean primary() {
        return primary;
    }

    /** What it is called in style sheets and messages: {@code use-cpu}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
