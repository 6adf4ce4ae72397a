package atelier.ui.theme;

/** Dark or light. */
public enum Look {
    /** Light text on dark grey, which leaves the colours to the pictures. */
    DARK,
    /** Dark text on white. */
    LIGHT,
    /** As the system is set. */
    SYSTEM
}
