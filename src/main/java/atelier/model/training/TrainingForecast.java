package atelier.model.training;

import atelier.model.AtelierException;
import java.util.List;

/**
 * What a run will come to, told before it begins.
 *
 * @param pictures how many it is trained on
 * @param time of its steps
 * @param checkpointed whether parts of the UNet are computed again on the way back, to keep less
 * @param adapter what is trained
 * @param memory the most held at once
 * @param disk what is written into the run's folder
 * @param warnings what may go badly; one sentence each
 * @param obstacles why it should not begin; one sentence each, with what to do
 */
public record TrainingForecast(
        int pictures,
        TimeForecast time,
        boolean checkpointed,
        AdapterForecast adapter,
        ForecastNeed memory,
        ForecastNeed disk,
        List<String> warnings,
        List<String> obstacles) {

    /** Copies the lists. */
    public TrainingForecast {
        warnings = List.copyOf(warnings);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Refuses a run that should not begin.
     *
     * @throws AtelierException with the first obstacle, if there is one
     */
    public void requireRoom() {
        if (!obstacles.isEmpty()) {
            throw new AtelierException(obstacles.getFirst());
        }
    }
}
