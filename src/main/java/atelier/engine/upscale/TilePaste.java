package atelier.engine.upscale;

/** Puts enlarged tiles together, one passing into the next. */
final class TilePaste {

    private static final int BYTE = 0xff;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int factor;

    /**
     * @param width of the whole, in enlarged pixels
     */
    TilePaste(int width, int height, int factor) {
        this.pixels = new int[width * height];
        this.width = width;
        this.height = height;
        this.factor = factor;
    }

    /** All that was pasted, row by row. */
    int[] pixels() {
        return pixels;
    }

    /**
     * Pastes a tile; those before it in rows and columns must have been.
     *
     * @param tile enlarged pixels, row by row
     * @param start of the tile, in pixels that are not enlarged
     * @param side of the tile, likewise
     */
    void paste(int[] tile, TileGrid.Start start, int side) {
        int left = start.left() * factor;
        int top = start.top() * factor;
        int kept = (side - TileGrid.EDGE) * factor;
        int from = TileGrid.EDGE * factor;
        for (int v = Math.max(from, -top); v < Math.min(kept, height - top); v++) {
            double down = share(v, start.top());
            for (int u = Math.max(from, -left); u < Math.min(kept, width - left); u++) {
                double share = down * share(u, start.left());
                int at = (top + v) * width + left + u;
                int pixel = tile[v * side * factor + u];
                pixels[at] = share >= 1 ? pixel : blended(pixels[at], pixel, share);
            }
        }
    }

    private double share(int place, int start) {
        return TileGrid.share((place + 0.5) / factor, start < 0);
    }

    private static int blended(int pixel, int other, double share) {
        return BYTE << 24
                | blended(pixel, other, 16, share)
                | blended(pixel, other, 8, share)
                | blended(pixel, other, 0, share);
    }

    private static int blended(int pixel, int other, int shift, double share) {
        int level = pixel >> shift & BYTE;
        int above = other >> shift & BYTE;
        return (int) Math.round(level + share * (above - level)) << shift;
    }
}
