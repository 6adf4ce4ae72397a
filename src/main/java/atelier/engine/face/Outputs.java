package atelier.engine.face;

import atelier.model.AtelierException;
import java.util.Map;

/** What a detector says, checked for being complete. */
final class Outputs {

    private Outputs() {}

    /**
     * One output.
     *
     * @param count how many numbers it must have
     * @throws AtelierException if it is missing or has another number of them
     */
    static float[] of(Map<String, float[]> outputs, String name, int count) {
        float[] numbers = outputs.getOrDefault(name, new float[0]);
        if (numbers.length != count) {
            throw new AtelierException(
                    "The detector of faces says %d numbers as %s where %d belong: choose another file."
                            .formatted(numbers.length, name, count));
        }
        return numbers;
    }
}
