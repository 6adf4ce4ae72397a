package atelier.engine.face;

import atelier.model.restoration.Bitmap;

/** A picture's colours; beyond its edges there is one colour, into which its last pixels pass. */
final class PictureColours implements ColourSource {

    private static final int BYTE = 0xff;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int outside;

    /**
     * @param outside 0xRRGGBB
     */
    PictureColours(Bitmap picture, int outside) {
        this.pixels = picture.argb();
        this.width = picture.width();
        this.height = picture.height();
        this.outside = outside;
    }

    @Override
    public void add(double x, double y, double[] sum) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        int upperLeft = pixel(left, top);
        int upperRight = pixel(left + 1, top);
        int lowerLeft = pixel(left, top + 1);
        int lowerRight = pixel(left + 1, top + 1);
        for (int channel = 0; channel < sum.length; channel++) {
            int shift = 16 - 8 * channel;
            double upper = between(upperLeft >> shift & BYTE, upperRight >> shift & BYTE, right);
            double lower = between(lowerLeft >> shift & BYTE, lowerRight >> shift & BYTE, right);
            sum[channel] += upper + down * (lower - upper);
        }
    }

    private static double between(int one, int other, double share) {
        return one + share * (other - one);
    }

    private int pixel(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < width && y < height;
        return inside ? pixels[y * width + x] : outside;
    }
}
