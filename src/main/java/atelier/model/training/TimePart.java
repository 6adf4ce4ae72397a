package atelier.model.training;

/**
 * What a run spends time on beside its steps.
 *
 * @param what it does, in a word or two
 * @param seconds how long in all
 */
public record TimePart(String what, double seconds) {}
