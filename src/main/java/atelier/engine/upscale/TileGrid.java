package atelier.engine.upscale;

import java.util.ArrayList;
import java.util.List;

/**
 * How a picture is cut into tiles that overlap. A tile's outermost pixels are thrown away where it
 * borders on another one, as the network saw too little beyond them; over the next ones it passes
 * into its neighbour.
 *
 * @param side of the square tiles, in pixels
 */
record TileGrid(int side) {

    /** Pixels at each edge that are thrown away. */
    static final int EDGE = 8;

    /** Pixels over which a tile passes into the one before it. */
    static final int FADE = 16;

    private static final int OVERLAP = 2 * EDGE + FADE;

    /** Where a tile begins in the picture; it may begin before it and end behind it. */
    record Start(int left, int top) {}

    /** The tiles of a picture, row by row. */
    List<Start> starts(int width, int height) {
        List<Start> starts = new ArrayList<>();
        for (int row = 0; row < count(height); row++) {
            for (int column = 0; column < count(width); column++) {
                starts.add(new Start(start(column), start(row)));
            }
        }
        return starts;
    }

    private int start(int number) {
        return number * (side - OVERLAP) - EDGE;
    }

    private int count(int length) {
        return 1 + Math.max(0, Math.ceilDiv(length - (side - 2 * EDGE), side - OVERLAP));
    }

    /**
     * The smallest tiles that serve for a picture of that length, but none larger than usual.
     *
     * @param usual side of a tile
     * @param grain that the network wants sides to be multiples of
     */
    static TileGrid fitting(int length, int usual, int grain) {
        int enough = Math.ceilDiv(length + 2 * EDGE, grain) * grain;
        return new TileGrid(Math.min(usual, enough));
    }

    /**
     * How much of a tile is seen over what was there before.
     *
     * @param place in the tile, in its pixels from its beginning
     * @param first whether it is the first of its row or column
     */
    static double share(double place, boolean first) {
        return first ? 1 : Math.clamp((place - EDGE) / FADE, 0, 1);
    }
}
