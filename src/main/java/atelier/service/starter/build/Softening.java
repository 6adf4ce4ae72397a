package atelier.service.starter.build;

/**
 * How sharp a picture is shown to a network: it shall not lean on details that an autoencoder
 * loses.
 */
enum Softening {
    /** As it is. */
    NONE(0),
    /** Each pixel the mean of three by three. */
    LITTLE(1),
    /** The same twice. */
    MUCH(2);

    private static final int COLOURS = 3;
    private static final int BYTE = 0xff;

    private final int times;

    Softening(int times) {
        this.times = times;
    }

    /**
     * Softens one.
     *
     * @param pixels 0xRRGGBB of a square picture, row by row; unchanged
     */
    int[] of(int[] pixels, int side) {
        int[] soft = pixels;
        for (int i = 0; i < times; i++) {
            soft = means(soft, side);
        }
        return soft;
    }

    private static int[] means(int[] pixels, int side) {
        int[] means = new int[pixels.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                means[y * side + x] = mean(pixels, side, x, y);
            }
        }
        return means;
    }

    private static int mean(int[] pixels, int side, int x, int y) {
        int[] sums = new int[COLOURS];
        for (int dy = -1; dy <= 1; dy++) {
            int row = Math.clamp(y + dy, 0, side - 1) * side;
            for (int dx = -1; dx <= 1; dx++) {
                int pixel = pixels[row + Math.clamp(x + dx, 0, side - 1)];
                for (int colour = 0; colour < COLOURS; colour++) {
                    sums[colour] += (pixel >> (8 * colour)) & BYTE;
                }
            }
        }
        int mean = 0;
        for (int colour = COLOURS - 1; colour >= 0; colour--) {
            mean = (mean << 8) | ((sums[colour] + 4) / 9);
        }
        return mean;
    }
}
