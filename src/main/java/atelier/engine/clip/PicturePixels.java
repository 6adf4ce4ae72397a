package atelier.engine.clip;

/**
 * Pixels as CLIP's picture tower takes them: each colour less its mean over CLIP's training
 * pictures, by its deviation there.
 */
public final class PicturePixels {

    private static final int COLOURS = 3;
    private static final double WHITE = 255;
    private static final double[] MEAN = {0.48145466, 0.4578275, 0.40821073};
    private static final double[] DEVIATION = {0.26862954, 0.26130258, 0.27577711};

    private PicturePixels() {}

    /**
     * Normalises.
     *
     * @param pixels 0xRRGGBB each, row by row
     * @return [3, height, width] in red, green, blue
     */
    public static float[] normalized(int[] pixels) {
        float[] planes = new float[COLOURS * pixels.length];
        for (int colour = 0; colour < COLOURS; colour++) {
            int shift = 16 - 8 * colour;
            for (int i = 0; i < pixels.length; i++) {
                double value = (pixels[i] >> shift & 0xff) / WHITE;
                planes[colour * pixels.length + i] =
                        (float) ((value - MEAN[colour]) / DEVIATION[colour]);
            }
        }
        return planes;
    }
}
