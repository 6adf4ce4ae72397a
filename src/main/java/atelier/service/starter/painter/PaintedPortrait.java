package atelier.service.starter.painter;

import java.awt.image.BufferedImage;

/**
 * A portrait that has been painted.
 *
 * @param picture opaque, 8-bit sRGB
 * @param mask of the same size, grey: white where the person is, black where the background is
 * @param points where the features of the face are
 */
public record PaintedPortrait(BufferedImage picture, BufferedImage mask, FacePoints points) {}
