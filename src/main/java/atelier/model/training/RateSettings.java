package atelier.model.training;

/**
 * How the learning rate goes over a run.
 *
 * @param learningRateSchedule its id in the registry
 * @param warmUpSteps over which the rate rises from 0, at least 0
 * @param cycles how often a schedule with restarts falls, at least 1
 */
public record RateSettings(String learningRateSchedule, int warmUpSteps, int cycles) {}
