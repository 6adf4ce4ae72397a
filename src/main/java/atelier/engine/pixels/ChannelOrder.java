package atelier.engine.pixels;

/** In which order a network takes the colours. */
public enum ChannelOrder {
    /** Red first. */
    RGB(16, 8, 0),
    /** Blue first, as OpenCV keeps pictures. */
    BGR(0, 8, 16);

    private static final int BYTE = 0xff;

    private final int first;
    private final int second;
    private final int third;

    ChannelOrder(int first, int second, int third) {
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /**
     * Pixels as planes, {@code value × scale + offset}.
     *
     * @param pixels 0xRRGGBB each, row by row; what lies above is ignored
     * @return [3, height, width]
     */
    public float[] planes(int[] pixels, float scale, float offset) {
        float[] planes = new float[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            planes[i] = (pixel >> first & BYTE) * scale + offset;
            planes[pixels.length + i] = (pixel >> second & BYTE) * scale + offset;
            planes[2 * pixels.length + i] = (pixel >> third & BYTE) * scale + offset;
        }
        return planes;
    }

    /**
     * Planes as opaque pixels, rounded and kept within what can be shown: {@code value × scale +
     * offset} are levels from 0 to 255.
     *
     * @param planes [3, height, width]
     * @return 0xFFRRGGBB each, row by row
     */
    public int[] pixels(float[] planes, float scale, float offset) {
        int count = planes.length / 3;
        int[] pixels = new int[count];
        for (int i = 0; i < count; i++) {
            pixels[i] =
                    BYTE << 24
                            | level(planes[i] * scale + offset) << first
                            | level(planes[count + i] * scale + offset) << second
                            | level(planes[2 * count + i] * scale + offset) << third;
        }
        return pixels;
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, BYTE);
    }
}
