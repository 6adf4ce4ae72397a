package atelier.engine.sdxl;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts planes of numbers into overlapping tiles, has each turned into other planes, and blends
 * those.
 *
 * @param from what goes in
 * @param to what comes out
 */
record Tiling(Planes from, Planes to) {

    /** Side of a tile, in latents, and how much neighbours share. */
    private static final int TILE = 64;

    private static final int OVERLAP = 16;

    /**
     * The planes of a picture or of latents.
     *
     * @param channels how many there are
     * @param scale how many of their pixels a latent's side has
     */
    record Planes(int channels, int scale) {}

    /** What is done with a tile. */
    @FunctionalInterface
    interface Work {

        /**
         * Turns the planes of a tile into others.
         *
         * @param height of the tile, in latents
         * @param width of the tile, in latents
         */
        float[] of(float[] tile, int height, int width);
    }

    /**
     * Does the work tile by tile.
     *
     * @param height of the whole, in latents
     * @param width of the whole, in latents
     */
    float[] run(float[] input, int height, int width, Work work) {
        TileBlend blend =
                new TileBlend(to.channels, height * to.scale, width * to.scale, OVERLAP * to.scale);
        int h = Math.min(TILE, height);
        int w = Math.min(TILE, width);
        for (int top : starts(height)) {
            for (int left : starts(width)) {
                float[] tile = work.of(cut(input, height, width, top, left), h, w);
                blend.add(tile, h * to.scale, w * to.scale, top * to.scale, left * to.scale);
            }
        }
        return blend.picture();
    }

    private float[] cut(float[] input, int height, int width, int top, int left) {
        int scale = from.scale;
        int h = Math.min(TILE, height) * scale;
        int w = Math.min(TILE, width) * scale;
        float[] part = new float[from.channels * h * w];
        for (int c = 0; c < from.channels; c++) {
            for (int y = 0; y < h; y++) {
                int row = c * height * scale + top * scale + y;
                System.arraycopy(
                        input, row * width * scale + left * scale, part, (c * h + y) * w, w);
            }
        }
        return part;
    }

    private static List<Integer> starts(int side) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        while (starts.getLast() + TILE < side) {
            starts.add(Math.min(starts.getLast() + TILE - OVERLAP, side - TILE));
        }
        return starts;
    }
}
