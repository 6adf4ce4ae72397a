package atelier.engine.upscale;

import atelier.model.restoration.Bitmap;

/** Reads squares that reach beyond a picture, which is mirrored there about its last pixels. */
final class MirroredPixels {

    private MirroredPixels() {}

    /** The square's pixels, row by row. */
    static int[] of(Bitmap picture, int left, int top, int side) {
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            int row = mirrored(top + y, picture.height()) * picture.width();
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = picture.argb()[row + mirrored(left + x, picture.width())];
            }
        }
        return pixels;
    }

    /** As often as it takes: 3 2 1 0 1 2 3 2 1 0. */
    private static int mirrored(int place, int length) {
        int period = Math.max(1, 2 * (length - 1));
        int within = Math.floorMod(place, period);
        return Math.min(within, period - within) % length;
    }
}
