package atelier.model.training;

/**
 * How pictures are framed.
 *
 * @param resolution side of a square picture, in pixels; others have the same area
 * @param upscale whether pictures smaller than that are enlarged
 */
public record PictureSettings(int resolution, boolean upscale) {}
