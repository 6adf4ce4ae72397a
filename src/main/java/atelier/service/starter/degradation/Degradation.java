package atelier.service.starter.degradation;

import java.awt.image.BufferedImage;

/** One thing that makes a picture worse. The same one does the same to the same picture. */
public sealed interface Degradation permits GaussianBlur, Reduction, Noise, JpegCompression {

    /**
     * What becomes of a picture.
     *
     * @param picture opaque; stays as it is
     * @return of the same size, 8-bit sRGB without alpha
     */
    BufferedImage of(BufferedImage picture);
}
