package atelier.engine.sdxl;

/** A mask at the size of the latents. */
public final class LatentMask {

    private LatentMask() {}

    /**
     * The nearest pixel of each latent: the one at its upper left corner.
     *
     * @param mask [height, width], 1 paints anew, 0 keeps
     * @param reduction by how much a side of the latents is smaller
     * @return [height / reduction, width / reduction]
     */
    public static float[] of(float[] mask, int height, int width, int reduction) {
        int rows = height / reduction;
        int columns = width / reduction;
        float[] small = new float[rows * columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                small[y * columns + x] = mask[y * reduction * width + x * reduction];
            }
        }
        return small;
    }
}
