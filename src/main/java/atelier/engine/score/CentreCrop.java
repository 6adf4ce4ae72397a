package atelier.engine.score;

import atelier.engine.pixels.PillowResize;
import atelier.engine.pixels.ResizeFilter;

/**
 * Brings pictures to the square that CLIP's and DINO's networks take: the shorter side to a size,
 * by Pillow's bicubic filter, and the middle of it.
 */
final class CentreCrop {

    private CentreCrop() {}

    /**
     * The square.
     *
     * @param pixels 0xRRGGBB each, row by row
     * @param shorter pixels of the shorter side before the cut
     * @param side of the square, at most {@code shorter}
     */
    static int[] of(int[] pixels, int width, int height, int shorter, int side) {
        int least = Math.min(width, height);
        int newWidth = (int) ((long) shorter * width / least);
        int newHeight = (int) ((long) shorter * height / least);
        int[] resized =
                PillowResize.of(pixels, width, height, newWidth, newHeight, ResizeFilter.BICUBIC);
        int left = (newWidth - side) / 2;
        int top = (newHeight - side) / 2;
        int[] square = new int[side * side];
        for (int y = 0; y < side; y++) {
            System.arraycopy(resized, (top + y) * newWidth + left, square, y * side, side);
        }
        return square;
    }
}
