package atelier.service.starter.build;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a stage came to.
 *
 * @param stage its name
 * @param steps how many it took
 * @param summary the file that tells of it
 * @param figures measured when it was done, by name
 */
public record BuiltStage(
        String stage, long steps, Path summary, SequencedMap<String, Object> figures) {

    /** Copies the map. */
    public BuiltStage {
        figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    }
}
