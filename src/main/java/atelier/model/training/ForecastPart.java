package atelier.model.training;

/**
 * A part of what a run will take.
 *
 * @param what it is for, in a few words
 * @param bytes how much
 */
public record ForecastPart(String what, long bytes) {}
