package atelier.engine.score;

/**
 * How alike two pictures are in their structure (SSIM, Wang et al. 2004): brightness, contrast and
 * pattern within a small window, by a Gaussian of 11 by 11 pixels and a deviation of 1.5.
 *
 * <pre>(2 μx μy + C1)(2 σxy + C2) / ((μx² + μy² + C1)(σx² + σy² + C2)),  C1 = 0.01², C2 = 0.03²
 * </pre>
 *
 * The deviations are those of the pixels themselves, not estimates from a sample.
 */
public final class StructuralSimilarity {

    private static final int RADIUS = 5;
    private static final double DEVIATION = 1.5;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;
    private static final double[] WINDOW = window();

    private final int width;
    private final int height;

    /**
     * For pictures of that size, at least eleven pixels each way.
     *
     * @throws IllegalArgumentException if they are smaller than the window
     */
    public StructuralSimilarity(int width, int height) {
        if (Math.min(width, height) <= 2 * RADIUS) {
            throw new IllegalArgumentException(
                    "pictures of %d by %d pixels, smaller than the window"
                            .formatted(width, height));
        }
        this.width = width;
        this.height = height;
    }

    private static double[] window() {
        double[] window = new double[2 * RADIUS + 1];
        double sum = 0;
        for (int i = 0; i < window.length; i++) {
            double distance = (i - RADIUS) / DEVIATION;
            window[i] = Math.exp(-distance * distance / 2);
            sum += window[i];
        }
        for (int i = 0; i < window.length; i++) {
            window[i] /= sum;
        }
        return window;
    }

    /**
     * The mean over all planes and all pixels whose window lies within the picture.
     *
     * @param one planes of values from 0 to 1, row by row
     * @param other as many
     * @return at most 1, which equal pictures reach
     */
    public double of(double[][] one, double[][] other) {
        double sum = 0;
        for (int plane = 0; plane < one.length; plane++) {
            sum += mean(map(one[plane], other[plane]));
        }
        return sum / one.length;
    }

    private double mean(double[] map) {
        double sum = 0;
        for (int y = RADIUS; y < height - RADIUS; y++) {
            for (int x = RADIUS; x < width - RADIUS; x++) {
                sum += map[y * width + x];
            }
        }
        return sum / ((double) (width - 2 * RADIUS) * (height - 2 * RADIUS));
    }

    /** The similarity around each pixel of a plane; at the edges the planes are mirrored. */
    double[] map(double[] one, double[] other) {
        double[] meanOne = blurred(one);
        double[] meanOther = blurred(other);
        double[] squareOne = blurred(product(one, one));
        double[] squareOther = blurred(product(other, other));
        double[] both = blurred(product(one, other));
        double[] map = new double[one.length];
        for (int i = 0; i < map.length; i++) {
            double x = meanOne[i];
            double y = meanOther[i];
            double varianceX = squareOne[i] - x * x;
            double varianceY = squareOther[i] - y * y;
            double covariance = both[i] - x * y;
            map[i] =
                    (2 * x * y + C1)
                            * (2 * covariance + C2)
                            / ((x * x + y * y + C1) * (varianceX + varianceY + C2));
        }
        return map;
    }

    private static double[] product(double[] one, double[] other) {
        double[] product = new double[one.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = one[i] * other[i];
        }
        return product;
    }

    private double[] blurred(double[] plane) {
        double[] across = new double[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = -RADIUS; k <= RADIUS; k++) {
                    sum += WINDOW[k + RADIUS] * plane[y * width + mirrored(x + k, width)];
                }
                across[y * width + x] = sum;
            }
        }
        double[] blurred = new double[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = -RADIUS; k <= RADIUS; k++) {
                    sum += WINDOW[k + RADIUS] * across[mirrored(y + k, height) * width + x];
                }
                blurred[y * width + x] = sum;
            }
        }
        return blurred;
    }

    /** The first pixel beyond an edge is the last before it once more. */
    private static int mirrored(int place, int length) {
        if (place < 0) {
            return -place - 1;
        }
        return place < length ? place : 2 * length - 1 - place;
    }
}
