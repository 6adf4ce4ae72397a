package atelier.model.settings;

/** Which colours the window has. */
public enum Look {
    /** Light writing on dark. */
    DARK,
    /** Dark writing on light. */
    LIGHT,
    /** Whichever of the two the system has. */
    SYSTEM
}
