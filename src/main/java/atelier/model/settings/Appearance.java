package atelier.model.settings;

/**
 * How the window looks and speaks.
 *
 * @param language tag of BCP 47, such as {@code en} or {@code ru}; empty for the system's
 * @param look its colours
 * @param scalePercent size of everything in it: 100 is the system's
 */
public record Appearance(String language, Look look, int scalePercent) {

    /** The smallest scale. */
    public static final int SMALLEST = 50;

    /** The largest scale. */
    public static final int LARGEST = 300;

    /** Keeps the scale within what can be read and clicked. */
    public Appearance {
        scalePercent = Math.clamp(scalePercent, SMALLEST, LARGEST);
    }
}
