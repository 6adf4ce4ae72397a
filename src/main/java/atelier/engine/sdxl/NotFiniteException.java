package atelier.engine.sdxl;

import atelier.model.AtelierException;

/**
 * A network's result is infinite or not a number. The sentence says what may be the reason; {@link
 * SdxlModel#naming} finds out whether it is the model's weights.
 */
public final class NotFiniteException extends AtelierException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message which result, and what to do
     */
    public NotFiniteException(String message) {
        super(message);
    }

    /**
     * The same in other words.
     *
     * @param cause what was said before
     */
    public NotFiniteException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Checks a result; the sentence is for the case that a value is not finite. */
    static void check(float[] values, String message) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new NotFiniteException(message);
            }
        }
    }
}
