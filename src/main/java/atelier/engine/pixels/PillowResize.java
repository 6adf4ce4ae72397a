package atelier.engine.pixels;

import atelier.model.job.CancelToken;

/**
 * Resizes as Pillow does: when shrinking, the filter is widened to cover what each new pixel stands
 * for. Published scores were measured with pictures resized so, and other resizing moves them.
 */
public final class PillowResize {

    /** Pillow's coefficients are whole numbers of this many bits. */
    private static final int BITS = 22;

    private PillowResize() {}

    /** As {@link #of(int[], int, int, int, int, ResizeFilter, CancelToken)}, to its end. */
    public static int[] of(
            int[] pixels, int width, int height, int newWidth, int newHeight, ResizeFilter filter) {
        return of(pixels, width, height, newWidth, newHeight, filter, new CancelToken());
    }

    /**
     * Resizes; each of the four channels alone.
     *
     * @param pixels 0xAARRGGBB each, row by row
     * @return likewise
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    public static int[] of(
            int[] pixels,
            int width,
            int height,
            int newWidth,
            int newHeight,
            ResizeFilter filter,
            CancelToken cancel) {
        int[] across = new int[newWidth * height];
        Taps[] columns = taps(width, newWidth, filter);
        for (int y = 0; y < height; y++) {
            cancel.check();
            for (int x = 0; x < newWidth; x++) {
                across[y * newWidth + x] = columns[x].mean(pixels, y * width, 1);
            }
        }
        int[] resized = new int[newWidth * newHeight];
        Taps[] rows = taps(height, newHeight, filter);
        for (int y = 0; y < newHeight; y++) {
            cancel.check();
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
            for (int shift = 24; shift >= 0; shift -= 8) {
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

    private static Taps[] taps(int from, int to, ResizeFilter filter) {
        double scale = (double) from / to;
        double wide = Math.max(1, scale);
        double reach = filter.support() * wide;
        Taps[] taps = new Taps[to];
        for (int place = 0; place < to; place++) {
            double centre = (place + 0.5) * scale;
            int first = Math.max(0, (int) (centre - reach + 0.5));
            int end = Math.min(from, (int) (centre + reach + 0.5));
            double[] factors = new double[end - first];
            double sum = 0;
            for (int i = 0; i < factors.length; i++) {
                factors[i] = filter.weight((first + i - centre + 0.5) / wide);
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
}
