package atelier.model.generation;

/** The shapes that SDXL was trained on and that people ask for. */
public enum ImageShape {
    /** Square. */
    SQUARE("1:1", 1024, 1024),
    /** Upright, as a photograph. */
    TALL("2:3", 832, 1216),
    /** Upright, as a sheet. */
    UPRIGHT("3:4", 896, 1152),
    /** Broad, as a photograph. */
    BROAD("3:2", 1216, 832),
    /** Broad, as a screen. */
    WIDE("16:9", 1344, 768);

    private static final int USUAL_SIDE = 1024;
    private static final int GRAIN = 16;

    private final String ratio;
    private final int width;
    private final int height;

    ImageShape(String ratio, int width, int height) {
        this.ratio = ratio;
        this.width = width;
        this.height = height;
    }

    /** Its proportions, about: {@code 2:3}. */
    public String ratio() {
        return ratio;
    }

    /**
     * Its width in pixels.
     *
     * @param side of a square image that the model makes best
     */
    public int width(int side) {
        return scaled(width, side);
    }

    /**
     * Its height in pixels.
     *
     * @param side of a square image that the model makes best
     */
    public int height(int side) {
        return scaled(height, side);
    }

    private static int scaled(int length, int side) {
        return Math.max(
                GRAIN, (int) Math.round((double) length * side / USUAL_SIDE / GRAIN) * GRAIN);
    }
}
