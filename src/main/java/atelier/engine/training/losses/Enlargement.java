package atelier.engine.training.losses;

/**
 * Bilinear enlargement of planes, as PyTorch's with corners not aligned: pixel centres keep their
 * place, and what lies outside counts as the edge.
 *
 * @param rows of a small plane
 * @param columns of a small plane
 * @param height of a large plane
 * @param width of a large plane
 */
record Enlargement(int rows, int columns, int height, int width) {

    /**
     * Adds enlarged planes to large ones.
     *
     * @param large [planes, height, width], changed in place
     * @param small [planes, rows, columns]
     * @param factor by which the small ones are multiplied
     */
    void add(float[] large, float[] small, double factor) {
        int planes = small.length / (rows * columns);
        for (int y = 0; y < height; y++) {
            double row = place(y, height, rows);
            for (int x = 0; x < width; x++) {
                double column = place(x, width, columns);
                for (int plane = 0; plane < planes; plane++) {
                    int index = (plane * height + y) * width + x;
                    double value = at(small, plane * rows * columns, row, column);
                    large[index] = (float) (large[index] + factor * value);
                }
            }
        }
    }

    private static double place(int index, int large, int small) {
        return Math.max(0, (index + 0.5) * small / large - 0.5);
    }

    private double at(float[] small, int begin, double row, double column) {
        int top = (int) row;
        int left = (int) column;
        int bottom = Math.min(top + 1, rows - 1);
        int right = Math.min(left + 1, columns - 1);
        double down = row - top;
        double across = column - left;
        double upper = mix(small, begin + top * columns, left, right, across);
        double lower = mix(small, begin + bottom * columns, left, right, across);
        return upper + (lower - upper) * down;
    }

    private static double mix(float[] small, int row, int left, int right, double share) {
        double from = small[row + left];
        return from + (small[row + right] - from) * share;
    }
}
