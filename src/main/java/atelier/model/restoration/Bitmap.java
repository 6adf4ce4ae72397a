package atelier.model.restoration;

/** A picture in memory, as networks and filters see it; not to be changed. */
public final class Bitmap {

    private static final int ALPHA = 24;
    private static final int OPAQUE = 0xff;

    private final int width;
    private final int height;
    private final int[] argb;

    /**
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @param argb row by row, 0xAARRGGBB each, sRGB, alpha not multiplied in; not copied
     */
    public Bitmap(int width, int height, int[] argb) {
        if (width < 1 || height < 1 || argb.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "%d pixels for %d × %d".formatted(argb.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** The pixels, row by row, 0xAARRGGBB each. */
    public int[] argb() {
        return argb;
    }

    /** Whether something shows through any pixel. */
    public boolean isTransparent() {
        for (int pixel : argb) {
            if (pixel >>> ALPHA != OPAQUE) {
                return true;
            }
        }
        return false;
    }
}
