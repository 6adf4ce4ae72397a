package atelier.engine.score;

/**
 * Resizes as Pillow does with its bicubic filter, which the published pictures' scores were
 * measured with: when shrinking, the filter is widened to cover what each new pixel stands for.
 * Other resizing moves scores.
 */
final class BicubicResize {

    private static final double SUPPORT = 2;
    private static final double SHARPNESS = -0.5;

    /** Pillow's coefficients are whole numbers of this many bits. */
    private static final int BITS = 22;

    private BicubicResize() {}

    /**
     * Resizes.
     *
     * @param pixels 0xRRGGBB each, row by row
     * @return likewise
     */
    static int[] of(int[] pixels, int width, int height, int newWidth, int newHeight) {
        int[] across = new int[newWidth * height];
        Taps[] columns = taps(width, newWidth);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                across[y * newWidth + x] = columns[x].mean(pixels, y * width, 1);
            }
        }
        int[] resized = new int[newWidth * newHeight];
        Taps[] rows = taps(height, newHeight);
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                resized[y * newWidth + x] = rows[y].mean(across, x, newWidth);
            }
        }
        return resized;
    }

    /** Which old pixels make a new one, and how much each counts. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Taps(int first, int[] factors) {

        int mean(int[] pixels, int offset, int step) {
            int mean = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                long sum = 1L << (BITS - 1);
                for (int i = 0; i < factors.length; i++) {
                    sum +=
                            (long) factors[i]
                                    * (pixels[offset + (first + i) * step] >> shift & 0xff);
                }
                mean = (mean << 8) | Math.clamp(sum >> BITS, 0, 0xff);
            }
            return mean;
        }
    }

    private static Taps[] taps(int from, int to) {
        double scale = (double) from / to;
        double wide = Math.max(1, scale);
        Taps[] taps = new Taps[to];
        for (int place = 0; place < to; place++) {
            double centre = (place + 0.5) * scale;
            int first = Math.max(0, (int) (centre - SUPPORT * wide + 0.5));
            int end = Math.min(from, (int) (centre + SUPPORT * wide + 0.5));
            double[] factors = new double[end - first];
            double sum = 0;
            for (int i = 0; i < factors.length; i++) {
                factors[i] = filter((first + i - centre + 0.5) / wide);
                sum += factors[i];
            }
            int[] whole = new int[factors.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = (int) Math.round(factors[i] / sum * (1 << BITS));
            }
            taps[place] = new Taps(first, whole);
        }
        return taps;
    }

    /** Keys' cubic convolution (1981). */
    private static double filter(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return ((SHARPNESS + 2) * x - (SHARPNESS + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * SHARPNESS : 0;
    }
}
