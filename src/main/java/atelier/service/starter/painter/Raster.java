package atelier.service.starter.painter;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** Works on the pixels of pictures, in whole numbers, so that it comes out alike everywhere. */
final class Raster {

    private static final int BYTE = 0xff;
    private static final int[] SHIFTS = {0, 8, 16, 24};

    private Raster() {}

    /** The pixels of a picture of ints, to read and write. */
    static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    /** Blurs by two passes of a box of this radius, in pixels; what lies outside is as the edge. */
    static void blur(BufferedImage picture, int radius) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] from = pixels(picture);
        int[] to = new int[from.length];
        for (int pass = 0; pass < 2; pass++) {
            for (int y = 0; y < height; y++) {
                average(from, to, y * width, 1, width, radius);
            }
            for (int x = 0; x < width; x++) {
                average(to, from, x, width, height, radius);
            }
        }
    }

    /** The running averages of one row or column. */
    private static void average(
            int[] from, int[] to, int start, int stride, int length, int radius) {
        int window = 2 * radius + 1;
        int[] sums = new int[SHIFTS.length];
        for (int i = -radius; i <= radius; i++) {
            add(sums, from[start + Math.clamp(i, 0, length - 1) * stride], 1);
        }
        for (int i = 0; i < length; i++) {
            int pixel = 0;
            for (int c = 0; c < SHIFTS.length; c++) {
                pixel |= ((sums[c] + radius) / window) << SHIFTS[c];
            }
            to[start + i * stride] = pixel;
            add(sums, from[start + Math.min(i + radius + 1, length - 1) * stride], 1);
            add(sums, from[start + Math.max(i - radius, 0) * stride], -1);
        }
    }

    private static void add(int[] sums, int pixel, int times) {
        for (int c = 0; c < SHIFTS.length; c++) {
            sums[c] += times * (pixel >>> SHIFTS[c] & BYTE);
        }
    }

    /** The picture at half its size, which is even. */
    static BufferedImage halved(BufferedImage picture) {
        int width = picture.getWidth() / 2;
        int height = picture.getHeight() / 2;
        BufferedImage half = new BufferedImage(width, height, picture.getType());
        int[] from = pixels(picture);
        int[] to = pixels(half);
        int[] sums = new int[SHIFTS.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int corner = 4 * y * width + 2 * x;
                Arrays.fill(sums, 2);
                add(sums, from[corner], 1);
                add(sums, from[corner + 1], 1);
                add(sums, from[corner + 2 * width], 1);
                add(sums, from[corner + 2 * width + 1], 1);
                int pixel = 0;
                for (int c = 0; c < SHIFTS.length; c++) {
                    pixel |= (sums[c] >> 2) << SHIFTS[c];
                }
                to[y * width + x] = pixel;
            }
        }
        return half;
    }

    /** How opaque each pixel is, as grey from black to white. */
    static BufferedImage opacity(BufferedImage picture) {
        BufferedImage mask =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] from = pixels(picture);
        int[] to = pixels(mask);
        for (int i = 0; i < from.length; i++) {
            to[i] = (from[i] >>> 24) * 0x010101;
        }
        return mask;
    }
}
