package atelier.model.review;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A comparison in a list.
 *
 * @param folder where it lies
 * @param name what the user knows it by
 * @param cells how many there are
 * @param made how many of them are made
 * @param begun when it was ordered, or widened
 */
public record ComparisonSummary(Path folder, String name, long cells, long made, Instant begun) {}
