package atelier.engine.score;

/** Pictures as planes of numbers from 0 to 1, as measures compare them. */
public final class Planes {

    private static final double WHITE = 255;

    private Planes() {}

    /**
     * Red, green and blue, each row by row.
     *
     * @param pixels 0xRRGGBB each
     */
    public static double[][] colours(int[] pixels) {
        double[][] planes = new double[3][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            for (int colour = 0; colour < planes.length; colour++) {
                planes[colour][i] = (pixels[i] >> (16 - 8 * colour) & 0xff) / WHITE;
            }
        }
        return planes;
    }

    /**
     * One plane of brightness (ITU-R BT.601), row by row.
     *
     * @param pixels 0xRRGGBB each
     */
    public static double[][] brightness(int[] pixels) {
        double[][] colours = colours(pixels);
        double[] plane = new double[pixels.length];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = 0.299 * colours[0][i] + 0.587 * colours[1][i] + 0.114 * colours[2][i];
        }
        return new double[][] {plane};
    }
}
