package atelier.engine.score;

/** Brings the middle square of a picture to a given size. */
public final class SquareResize {

    private static final int BYTE = 0xff;
    private static final int RED = 16;
    private static final int GREEN = 8;

    private final int[] pixels;
    private final int width;
    private final int left;
    private final int top;
    private final int square;

    private SquareResize(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.square = Math.min(width, height);
        this.left = (width - square) / 2;
        this.top = (height - square) / 2;
    }

    /**
     * Resizes; each new pixel is the mean of the area that it covers, colour by colour.
     *
     * @param pixels 0xRRGGBB each, row by row
     * @return the square, likewise
     */
    public static int[] of(int[] pixels, int width, int height, int side) {
        SquareResize source = new SquareResize(pixels, width, height);
        double step = (double) source.square / side;
        int[] resized = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                resized[y * side + x] = source.mean(x * step, y * step, step);
            }
        }
        return resized;
    }

    private int mean(double x, double y, double step) {
        double red = 0;
        double green = 0;
        double blue = 0;
        double area = 0;
        for (int row = (int) y; row < Math.min(square, Math.ceil(y + step)); row++) {
            double high = covered(row, y, step);
            for (int column = (int) x; column < Math.min(square, Math.ceil(x + step)); column++) {
                double part = high * covered(column, x, step);
                int pixel = pixels[(top + row) * width + left + column];
                red += part * (pixel >> RED & BYTE);
                green += part * (pixel >> GREEN & BYTE);
                blue += part * (pixel & BYTE);
                area += part;
            }
        }
        return rounded(red / area) << RED | rounded(green / area) << GREEN | rounded(blue / area);
    }

    private static int rounded(double value) {
        return (int) Math.round(value);
    }

    /** How much of a pixel lies within a stretch. */
    private static double covered(int pixel, double begin, double length) {
        return Math.min(pixel + 1, begin + length) - Math.max(pixel, begin);
    }
}
