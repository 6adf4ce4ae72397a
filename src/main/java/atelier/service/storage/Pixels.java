package atelier.service.storage;

import java.awt.image.BufferedImage;

/** Between pictures and the planes of numbers that networks take. */
public final class Pixels {

    private static final int RED = 16;
    private static final int GREEN = 8;
    private static final int BYTE = 255;

    private Pixels() {}

    /** Planes [3, height, width], values from −1 to 1. */
    public static float[] planes(BufferedImage picture) {
        int size = picture.getWidth() * picture.getHeight();
        int[] pixels =
                picture.getRGB(
                        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        float[] planes = new float[3 * size];
        for (int i = 0; i < size; i++) {
            planes[i] = centred(pixels[i] >> RED);
            planes[size + i] = centred(pixels[i] >> GREEN);
            planes[2 * size + i] = centred(pixels[i]);
        }
        return planes;
    }

    private static float centred(int value) {
        return (value & BYTE) / 127.5f - 1;
    }

    /** One plane [height, width]: 1 where the mask is nearer to white, else 0. */
    public static float[] mask(BufferedImage mask) {
        int[] pixels =
                mask.getRGB(0, 0, mask.getWidth(), mask.getHeight(), null, 0, mask.getWidth());
        float[] plane = new float[pixels.length];
        for (int i = 0; i < plane.length; i++) {
            int sum =
                    ((pixels[i] >> RED) & BYTE)
                            + ((pixels[i] >> GREEN) & BYTE)
                            + (pixels[i] & BYTE);
            plane[i] = 2 * sum > 3 * BYTE ? 1 : 0;
        }
        return plane;
    }

    /** The picture of planes [3, height, width] with values from 0 to 1. */
    public static BufferedImage picture(float[] planes, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, rgb(planes), 0, width);
        return picture;
    }

    /** The pixels of such planes, row by row, 0xRRGGBB each. */
    public static int[] rgb(float[] planes) {
        int size = planes.length / 3;
        int[] pixels = new int[size];
        for (int i = 0; i < size; i++) {
            pixels[i] =
                    level(planes[i]) << RED
                            | level(planes[size + i]) << GREEN
                            | level(planes[2 * size + i]);
        }
        return pixels;
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value * BYTE), 0, BYTE);
    }
}
