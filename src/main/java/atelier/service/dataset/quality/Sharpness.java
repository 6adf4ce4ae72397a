package atelier.service.dataset.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How sharp the sharpest parts of a picture are: the variance of the Laplacian (Pech-Pacheco et
 * al., ICPR 2000), tile by tile, since a portrait before a blurred background is sharp.
 */
final class Sharpness {

    private static final int MOST_TILES = 8;
    private static final int LEAST_SIDE = 16;

    /** One tile in sixteen may be as sharp as it likes: a signature on a blurred picture. */
    private static final int PASSED_OVER = 16;

    private Sharpness() {}

    /** In grey levels squared; 0 for pictures of less than three pixels a side. */
    static double of(LumaPlane plane) {
        int columns = tiles(plane.width());
        int rows = tiles(plane.height());
        List<Double> variances = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                variances.add(
                        variance(
                                plane,
                                edge(column, columns, plane.width()),
                                edge(column + 1, columns, plane.width()),
                                edge(row, rows, plane.height()),
                                edge(row + 1, rows, plane.height())));
            }
        }
        variances.sort(Collections.reverseOrder());
        return variances.get(variances.size() / PASSED_OVER);
    }

    private static int tiles(int side) {
        return Math.clamp(side / LEAST_SIDE, 1, MOST_TILES);
    }

    /** Where a tile begins, the outermost pixels left out as they have no neighbours. */
    private static int edge(int tile, int tiles, int side) {
        return 1 + tile * Math.max(0, side - 2) / tiles;
    }

    private static double variance(LumaPlane plane, int left, int right, int top, int bottom) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double laplacian =
                        plane.at(x - 1, y)
                                + plane.at(x + 1, y)
                                + plane.at(x, y - 1)
                                + plane.at(x, y + 1)
                                - 4 * plane.at(x, y);
                sum += laplacian;
                squares += laplacian * laplacian;
            }
        }
        int count = (right - left) * (bottom - top);
        if (count <= 0) {
            return 0;
        }
        double mean = sum / count;
        return squares / count - mean * mean;
    }
}
