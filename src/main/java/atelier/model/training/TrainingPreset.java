package atelier.model.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a preset sets, as it is explained to the user.
 *
 * @param subject what the adapter is to learn
 * @param speed how much time it is worth
 * @param settings defaults by name that are not the same in all presets, in the order to show
 */
public record TrainingPreset(Subject subject, Speed speed, SequencedMap<String, String> settings) {

    /** How many pictures the shown steps are for. */
    public static final int PICTURES = 20;

    /** Copies the map, order and all. */
    public TrainingPreset {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    }
}
