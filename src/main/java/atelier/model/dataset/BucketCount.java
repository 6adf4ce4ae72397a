package atelier.model.dataset;

/**
 * How many pictures are trained at a size.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pictures how many
 * @param shown how often one of them is shown in an epoch
 */
public record BucketCount(int width, int height, int pictures, int shown) {}
