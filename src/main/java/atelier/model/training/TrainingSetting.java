package atelier.model.training;

import java.util.List;

/**
 * A setting of a {@link TrainingPlan}, as it is explained to the user.
 *
 * @param name as it is set
 * @param usual what it is where it is not set
 * @param values that it can have: a range, or words
 * @param choices the words, where it can have nothing else; else none
 * @param meaning what it does
 */
public record TrainingSetting(
        String name, String usual, String values, List<String> choices, String meaning) {

    /** Copies the list. */
    public TrainingSetting {
        choices = List.copyOf(choices);
    }
}
