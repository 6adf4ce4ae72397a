package atelier.service.storage;

/**
 * Filters rows of RGB or RGBA pixels for PNG (§9): each byte less what its neighbours to the left
 * and above foretell. Of the five ways a row takes the one with the smallest sum of differences
 * (§12.7).
 */
final class PngFilter {

    /** Without alpha. */
    static final int OPAQUE = 3;

    /** With alpha. */
    static final int TRANSPARENT = 4;

    private static final int FILTERS = 5;

    private final int channels;
    private byte[] row;
    private byte[] above;
    private final byte[][] filtered;

    /**
     * For rows of that many pixels, from the top one on.
     *
     * @param channels {@link #OPAQUE} or {@link #TRANSPARENT}
     */
    PngFilter(int width, int channels) {
        this.channels = channels;
        row = new byte[channels + width * channels];
        above = new byte[row.length];
        filtered = new byte[FILTERS][1 + width * channels];
        for (int i = 0; i < FILTERS; i++) {
            filtered[i][0] = (byte) i;
        }
    }

    /**
     * The next row, filtered, behind the number of its filter; valid until the next call.
     *
     * @param pixels as 0xAARRGGBB
     */
    byte[] filter(int[] pixels) {
        byte[] last = above;
        above = row;
        row = last;
        for (int i = 0; i < pixels.length; i++) {
            int at = channels + i * channels;
            row[at] = (byte) (pixels[i] >> 16);
            row[at + 1] = (byte) (pixels[i] >> 8);
            row[at + 2] = (byte) pixels[i];
            if (channels == TRANSPARENT) {
                row[at + 3] = (byte) (pixels[i] >> 24);
            }
        }
        fill();
        byte[] best = filtered[0];
        long least = Long.MAX_VALUE;
        for (byte[] candidate : filtered) {
            long sum = sum(candidate);
            if (sum < least) {
                least = sum;
                best = candidate;
            }
        }
        return best;
    }

    private void fill() {
        for (int i = channels; i < row.length; i++) {
            int x = row[i] & 0xff;
            int a = row[i - channels] & 0xff;
            int b = above[i] & 0xff;
            int c = above[i - channels] & 0xff;
            int at = 1 + i - channels;
            filtered[0][at] = (byte) x;
            filtered[1][at] = (byte) (x - a);
            filtered[2][at] = (byte) (x - b);
            filtered[3][at] = (byte) (x - ((a + b) >> 1));
            filtered[4][at] = (byte) (x - paeth(a, b, c));
        }
    }

    /** Of left, above and above left the one nearest to left + above − above left. */
    private static int paeth(int a, int b, int c) {
        int toA = Math.abs(b - c);
        int toB = Math.abs(a - c);
        int toC = Math.abs(a + b - 2 * c);
        return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
    }

    private static long sum(byte[] candidate) {
        long sum = 0;
        for (int i = 1; i < candidate.length; i++) {
            sum += Math.abs(candidate[i]);
        }
        return sum;
    }
}
