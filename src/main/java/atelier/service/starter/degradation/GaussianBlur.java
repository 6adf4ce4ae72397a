package atelier.service.starter.degradation;

import java.awt.image.BufferedImage;

/**
 * Makes a picture unsharp, across and down unlike where the deviations are. What lies outside is as
 * the edge.
 *
 * @param across standard deviation of the bell in pixels, 0 or more
 * @param down likewise
 */
public record GaussianBlur(double across, double down) implements Degradation {

    /** How many deviations from its middle the bell ends. */
    private static final double REACH = 3;

    @Override
    public BufferedImage of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = Rgb.of(picture);
        int[] blurred = new int[pixels.length];
        double[] bellAcross = bell(across);
        double[] bellDown = bell(down);
        for (int shift : Rgb.SHIFTS) {
            double[] plane = new double[pixels.length];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Rgb.level(pixels[i], shift);
            }
            double[] rows = new double[plane.length];
            for (int y = 0; y < height; y++) {
                means(plane, rows, y * width, 1, width, bellAcross);
            }
            for (int x = 0; x < width; x++) {
                means(rows, plane, x, width, height, bellDown);
            }
            for (int i = 0; i < plane.length; i++) {
                blurred[i] |= Rgb.level(plane[i]) << shift;
            }
        }
        return Rgb.picture(blurred, width);
    }

    /** How much each pixel counts, from the middle outwards; both sides sum to 1. */
    private static double[] bell(double deviation) {
        double[] bell = new double[1 + (int) Math.ceil(REACH * deviation)];
        bell[0] = 1;
        double sum = 1;
        for (int i = 1; i < bell.length; i++) {
            bell[i] = Math.exp(-i * i / (2 * deviation * deviation));
            sum += 2 * bell[i];
        }
        for (int i = 0; i < bell.length; i++) {
            bell[i] /= sum;
        }
        return bell;
    }

    /** The weighed means of one row or column. */
    private static void means(
            double[] from, double[] to, int start, int step, int length, double[] bell) {
        for (int i = 0; i < length; i++) {
            double sum = bell[0] * from[start + i * step];
            for (int k = 1; k < bell.length; k++) {
                int before = Math.max(i - k, 0);
                int after = Math.min(i + k, length - 1);
                sum += bell[k] * (from[start + before * step] + from[start + after * step]);
            }
            to[start + i * step] = sum;
        }
    }
}
