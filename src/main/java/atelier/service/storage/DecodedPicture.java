package atelier.service.storage;

import java.awt.image.BufferedImage;

/**
 * A picture that was read, and what was done away with on the way.
 *
 * @param picture upright, in sRGB, of type {@code TYPE_INT_RGB}
 * @param transparent how much of it the background shows through, from 0 to 1
 */
public record DecodedPicture(BufferedImage picture, double transparent) {}
