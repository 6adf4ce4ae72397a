package atelier.model.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run will take of something, part by part.
 *
 * @param parts the largest need not be the first
 * @param available bytes that there are; null where it is not known
 */
public record ForecastNeed(List<ForecastPart> parts, @Nullable Long available) {

    /** Copies the list. */
    public ForecastNeed {
        parts = List.copyOf(parts);
    }

    /** All parts together, in bytes. */
    public long bytes() {
        return parts.stream().mapToLong(ForecastPart::bytes).sum();
    }
}
