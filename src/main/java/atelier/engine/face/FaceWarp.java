package atelier.engine.face;

import atelier.model.restoration.Bitmap;

/** Cuts aligned faces out of pictures. */
public final class FaceWarp {

    /** What restorers were trained to see beyond a picture's edges: a grey, as 0xRRGGBB. */
    public static final int GREY = 0x848587;

    private static final int CHANNELS = 3;

    private FaceWarp() {}

    /**
     * Cuts one out. Between the picture's pixels it is interpolated linearly; where it is shrunk,
     * each new pixel is the mean of what it covers.
     *
     * @param outside 0xRRGGBB, the colour beyond the picture's edges
     * @return [3, side, side], red, green, blue from 0 to 255, not rounded
     */
    public static float[] cut(Bitmap picture, FaceAlignment alignment, int outside) {
        int side = alignment.side();
        ColourSource colours = new PictureColours(picture, outside);
        Similarity toPicture = alignment.toSquare().inverse();
        float[] planes = new float[CHANNELS * side * side];
        double[] colour = new double[CHANNELS];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                colours.of(x, y, toPicture, colour);
                for (int i = 0; i < CHANNELS; i++) {
                    planes[(i * side + y) * side + x] = (float) colour[i];
                }
            }
        }
        return planes;
    }
}
