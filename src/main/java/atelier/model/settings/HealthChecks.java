package atelier.model.settings;

/**
 * Checks of the library that come by themselves.
 *
 * @param weekly whether one comes a week after the last
 * @param last when the last one ended, in milliseconds since 1970; 0 where there was none
 */
public record HealthChecks(boolean weekly, long last) {

    /** None come. */
    public static final HealthChecks NONE = new HealthChecks(false, 0);
}
