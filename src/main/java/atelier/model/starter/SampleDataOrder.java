package atelier.model.starter;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Pictures to paint.
 *
 * @param folder where they go, new or empty
 * @param count how many random portraits, at least 1
 * @param seed of all of them
 * @param size pixels of a side
 * @param sheet where a picture of them all goes, or null for none
 */
public record SampleDataOrder(Path folder, int count, long seed, int size, @Nullable Path sheet) {}
