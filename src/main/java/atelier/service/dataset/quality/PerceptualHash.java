package atelier.service.dataset.quality;

import java.util.Arrays;

/**
 * 64 signs of a picture's coarse structure that scaling, compression and a narrow crop hardly
 * change: which of its 64 lowest frequencies but the mean are above their median, after the
 * discrete cosine transform of the picture at 32 × 32 (Zauner, 2010, §3.2.1).
 *
 * @param signs one bit a frequency
 * @param featureless whether they are noise, as the picture has next to no structure
 */
record PerceptualHash(long signs, boolean featureless) {

    private static final int SIDE = 32;
    private static final int FREQUENCIES = 8;

    /** Root mean square of the frequencies below which only dithering is left, in grey levels. */
    private static final double LEAST_STRUCTURE = 8;

    private static final double[][] COSINES = cosines();

    static PerceptualHash of(LumaPlane plane) {
        double[] frequencies = frequencies(plane.to(SIDE, SIDE));
        double[] sorted = frequencies.clone();
        Arrays.sort(sorted);
        double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        long signs = 0;
        double squares = 0;
        for (int i = 0; i < frequencies.length; i++) {
            if (frequencies[i] > median) {
                signs |= 1L << i;
            }
            squares += frequencies[i] * frequencies[i];
        }
        return new PerceptualHash(signs, Math.sqrt(squares / frequencies.length) < LEAST_STRUCTURE);
    }

    /** The first and constant row and column are left out: they follow the light. */
    private static double[] frequencies(LumaPlane plane) {
        double[][] byRow = new double[SIDE][FREQUENCIES];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                for (int x = 0; x < SIDE; x++) {
                    byRow[y][u] += plane.at(x, y) * COSINES[u][x];
                }
            }
        }
        double[] frequencies = new double[FREQUENCIES * FREQUENCIES];
        for (int v = 0; v < FREQUENCIES; v++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                for (int y = 0; y < SIDE; y++) {
                    frequencies[v * FREQUENCIES + u] += byRow[y][u] * COSINES[v][y];
                }
            }
        }
        return frequencies;
    }

    /** Of the frequencies 1 to 8, orthonormal. */
    private static double[][] cosines() {
        double[][] cosines = new double[FREQUENCIES][SIDE];
        for (int u = 0; u < FREQUENCIES; u++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[u][x] =
                        Math.sqrt(2.0 / SIDE)
                                * Math.cos(Math.PI * (u + 1) * (2 * x + 1) / (2 * SIDE));
            }
        }
        return cosines;
    }
}
