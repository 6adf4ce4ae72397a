package atelier.model.library;

/**
 * A check of the library.
 *
 * @param thorough whether contents are compared, too, which reads all files
 */
public record HealthCheckOrder(boolean thorough) {}
