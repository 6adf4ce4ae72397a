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
        add(left, top, (1 - right) * (1 - down), sum);
        add(left + 1, top, right * (1 - down), sum);
        add(left, top + 1, (1 - right) * down, sum);
        add(left + 1, top + 1, right * down, sum);
    }

    private void add(int x, int y, double share, double[] sum) {
        boolean inside = x >= 0 && y >= 0 && x < width && y < height;
        int pixel = inside ? pixels[y * width + x] : outside;
        sum[0] += share * (pixel >> 16 & BYTE);
        sum[1] += share * (pixel >> 8 & BYTE);
        sum[2] += share * (pixel & BYTE);
    }
}
