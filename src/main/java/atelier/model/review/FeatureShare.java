package atelier.model.review;

/**
 * How sure a value of a category is.
 *
 * @param value such as "oval"
 * @param share 0 to 1; those of one category sum to 1
 */
public record FeatureShare(String value, double share) {}
