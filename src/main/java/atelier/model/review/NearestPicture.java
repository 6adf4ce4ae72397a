package atelier.model.review;

/**
 * The training picture that an image is nearest to.
 *
 * @param name of its file
 * @param cosine of the two, as CLIP sees them
 */
public record NearestPicture(String name, double cosine) {}
