package atelier.engine.sdxl;

/**
 * Puts overlapping tiles together: each counts less towards those of its edges that lie inside the
 * picture.
 */
final class TileBlend {

    private final int channels;
    private final int height;
    private final int width;
    private final int ramp;
    private final float[] sum;
    private final float[] weights;

    /**
     * @param ramp pixels over which a tile's weight rises from its edge
     */
    TileBlend(int channels, int height, int width, int ramp) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.ramp = ramp;
        this.sum = new float[channels * height * width];
        this.weights = new float[height * width];
    }

    /** Adds a tile [channels, h, w] whose first pixel lies at that place of the picture. */
    void add(float[] tile, int h, int w, int top, int left) {
        for (int y = 0; y < h; y++) {
            float vertical = weight(y, h, top > 0, top + h < height);
            for (int x = 0; x < w; x++) {
                float weight = vertical * weight(x, w, left > 0, left + w < width);
                int at = (top + y) * width + left + x;
                weights[at] += weight;
                for (int c = 0; c < channels; c++) {
                    sum[c * height * width + at] += weight * tile[(c * h + y) * w + x];
                }
            }
        }
    }

    private float weight(int at, int side, boolean before, boolean after) {
        float weight = 1;
        if (before) {
            weight = Math.min(weight, (at + 1f) / (ramp + 1));
        }
        if (after) {
            weight = Math.min(weight, (side - at) / (ramp + 1f));
        }
        return weight;
    }

    /** The picture, once every pixel is covered. */
    float[] picture() {
        float[] picture = new float[sum.length];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = sum[i] / weights[i % weights.length];
        }
        return picture;
    }
}
