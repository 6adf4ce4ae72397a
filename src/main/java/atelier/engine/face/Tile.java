package atelier.engine.face;

import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A square of a picture that a detector looks at; where the picture ends before it does, it is
 * black.
 *
 * @param left of its left edge in the picture
 * @param top of its upper edge
 * @param side in pixels
 */
record Tile(int left, int top, int side) {

    /** Tiles overlap by this part of their side, so that small faces lie whole in one of them. */
    private static final int OVERLAP_PART = 5;

    /** A box that comes as near as this to where a picture was cut may be half a face. */
    private static final double NEAR = 2;

    /** As many as cover a picture, row by row. */
    static List<Tile> covering(int width, int height, int side) {
        List<Tile> tiles = new ArrayList<>();
        for (int top : starts(height, side)) {
            for (int left : starts(width, side)) {
                tiles.add(new Tile(left, top, side));
            }
        }
        return tiles;
    }

    private static int[] starts(int length, int side) {
        if (length <= side) {
            return new int[] {0};
        }
        int overlap = side / OVERLAP_PART;
        int count = Math.ceilDiv(length - overlap, side - overlap);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) (length - side) * i / (count - 1)))
                .toArray();
    }

    /** Its pixels, row by row. */
    int[] pixels(Bitmap picture) {
        int[] pixels = new int[side * side];
        int width = Math.min(side, picture.width() - left);
        int height = Math.min(side, picture.height() - top);
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    picture.argb(), (top + y) * picture.width() + left, pixels, y * side, width);
        }
        return pixels;
    }

    /** Whether a face that was found in it may go on in the picture beyond it. */
    boolean cuts(DetectedFace face, Bitmap picture) {
        FaceBox box = face.box();
        return (left > 0 && box.left() < NEAR)
                || (top > 0 && box.top() < NEAR)
                || (left + side < picture.width() && box.right() > side - NEAR)
                || (top + side < picture.height() && box.bottom() > side - NEAR);
    }
}
