package atelier.ui.firststart;

import java.util.Locale;

/** How far a step is. */
public enum StepState {
    /** Another one comes first. */
    ASLEEP,
    /** It can begin. */
    NEXT,
    /** It goes. */
    WORKING,
    /** It was set aside. */
    PAUSED,
    /** It went wrong. */
    FAILED,
    /** It is done. */
    DONE;

    /** Whether the user is the one to go on. */
    boolean isUsersTurn() {
        return this == NEXT || this == PAUSED || this == FAILED;
    }

    /** What it is called in style sheets. */
    String styleClass() {
        return "step-" + name().toLowerCase(Locale.ROOT);
    }
}
