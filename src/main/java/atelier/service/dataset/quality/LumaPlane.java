package atelier.service.dataset.quality;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The brightness of a picture, scaled by averaging areas, so that nothing depends on how large the
 * picture was. Levels go from 0 to 255, on sRGB's curve.
 */
final class LumaPlane {

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private final int width;
    private final int height;
    private final float[] levels;

    private LumaPlane(int width, int height, float[] levels) {
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    /** Fills an array with a row of levels. */
    private interface Rows {
        void read(int y, float[] row);
    }

    /** The whole picture, its longer side at most that long. */
    static LumaPlane of(BufferedImage picture, int longest) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double scale = Math.min(1, (double) longest / Math.max(width, height));
        int[] pixels = new int[width];
        return scaled(
                (y, row) -> {
                    picture.getRGB(0, y, width, 1, pixels, 0, width);
                    for (int x = 0; x < width; x++) {
                        int p = pixels[x];
                        row[x] = RED * (p >> 16 & 255) + GREEN * (p >> 8 & 255) + BLUE * (p & 255);
                    }
                },
                width,
                height,
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float at(int x, int y) {
        return levels[y * width + x];
    }

    /** All levels, darkest first. */
    float[] sorted() {
        float[] sorted = levels.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The same at another size, whatever its proportions. */
    LumaPlane to(int newWidth, int newHeight) {
        return scaled(
                (y, row) -> System.arraycopy(levels, y * width, row, 0, width),
                width,
                height,
                newWidth,
                newHeight);
    }

    /** One row of the source is in memory at a time. */
    private static LumaPlane scaled(Rows rows, int width, int height, int toWidth, int toHeight) {
        float[] levels = new float[toWidth * toHeight];
        float[] row = new float[width];
        float[] narrow = new float[toWidth];
        double step = (double) height / toHeight;
        int read = -1;
        for (int i = 0; i < toHeight; i++) {
            double from = i * step;
            double to = Math.min(height, (i + 1) * step);
            for (int y = (int) from; y < to; y++) {
                if (y != read) {
                    rows.read(y, row);
                    narrow(row, narrow);
                    read = y;
                }
                float weight = (float) ((Math.min(to, y + 1.0) - Math.max(from, y)) / step);
                for (int x = 0; x < toWidth; x++) {
                    levels[i * toWidth + x] += weight * narrow[x];
                }
            }
        }
        return new LumaPlane(toWidth, toHeight, levels);
    }

    private static void narrow(float[] row, float[] narrow) {
        double step = (double) row.length / narrow.length;
        for (int i = 0; i < narrow.length; i++) {
            double from = i * step;
            double to = Math.min(row.length, (i + 1) * step);
            double sum = 0;
            for (int x = (int) from; x < to; x++) {
                sum += row[x] * (Math.min(to, x + 1.0) - Math.max(from, x));
            }
            narrow[i] = (float) (sum / step);
        }
    }
}
