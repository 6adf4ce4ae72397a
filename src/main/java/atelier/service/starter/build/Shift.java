package atelier.service.starter.build;

/** Moves pictures a little; what comes in is what was at the edge. */
final class Shift {

    private Shift() {}

    /**
     * Moves one.
     *
     * @param pixels of a square picture, row by row
     * @param right by how many pixels, less than its side; to the left where negative
     * @param down likewise
     */
    static int[] of(int[] pixels, int side, int right, int down) {
        int[] moved = new int[pixels.length];
        for (int y = 0; y < side; y++) {
            int row = Math.clamp(y - down, 0, side - 1) * side;
            for (int x = 0; x < side; x++) {
                moved[y * side + x] = pixels[row + Math.clamp(x - right, 0, side - 1)];
            }
        }
        return moved;
    }
}
