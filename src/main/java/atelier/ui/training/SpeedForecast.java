package atelier.ui.training;

import atelier.model.training.TrainingForecast;
import org.jspecify.annotations.Nullable;

/**
 * What a plan will come to.
 *
 * @param forecast null where it could not be made
 * @param problem why it cannot be trained, in one sentence; null where it can
 */
public record SpeedForecast(@Nullable TrainingForecast forecast, @Nullable String problem) {

    /** One that could be made. */
    public static SpeedForecast of(TrainingForecast forecast) {
        return new SpeedForecast(
                forecast, forecast.obstacles().isEmpty() ? null : forecast.obstacles().getFirst());
    }

    /** One that could not be made. */
    public static SpeedForecast impossible(String why) {
        return new SpeedForecast(null, why);
    }
}
