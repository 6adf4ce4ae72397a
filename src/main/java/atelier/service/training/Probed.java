package atelier.service.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the probes came to at one moment.
 *
 * @param probe mean loss on fixed pictures of those trained on; null where it was not taken
 * @param validation mean loss on pictures held back from training; null where it was not taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Probed(@Nullable Double probe, @Nullable Double validation) {

    /** Nothing was measured. */
    static final Probed NONE = new Probed(null, null);
}
