package atelier.service.starter.degradation;

import java.awt.image.BufferedImage;

/** The pixels of opaque pictures. */
final class Rgb {

    /** How far each colour is shifted in a pixel. */
    static final int[] SHIFTS = {16, 8, 0};

    private static final int BYTE = 0xff;

    private Rgb() {}

    /** A copy of the pixels, row by row, 0xRRGGBB each. */
    static int[] of(BufferedImage picture) {
        int width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }

    /** A picture of such pixels. */
    static BufferedImage picture(int[] pixels, int width) {
        int height = pixels.length / width;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    /** One colour of a pixel, from 0 to 255. */
    static int level(int pixel, int shift) {
        return (pixel >> shift) & BYTE;
    }

    /** The nearest level that there is. */
    static int level(double value) {
        return Math.clamp(Math.round(value), 0, BYTE);
    }
}
