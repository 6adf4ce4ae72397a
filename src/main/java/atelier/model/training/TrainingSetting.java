package atelier.model.training;

/**
 * A setting of a {@link TrainingPlan}, as it is explained to the user.
 *
 * @param name as it is set
 * @param usual what it is where it is not set
 * @param values that it can have: a range, or words
 * @param meaning what it does
 */
public record TrainingSetting(String name, String usual, String values, String meaning) {}
