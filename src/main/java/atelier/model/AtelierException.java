package atelier.model;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the user can read: its message is one plain sentence that says what is wrong,
 * where, and what to do.
 *
 * <p>It is shown as it stands, in the terminal and in the window, so it names files and settings as
 * the user knows them and never a class. Anything else that is thrown counts as a defect of the
 * program.
 */
public class AtelierException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with no deeper cause worth logging. */
    public AtelierException(String message) {
        this(message, null);
    }

    /** A failure whose cause goes to the log beside the sentence. */
    public AtelierException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
