package atelier.engine.upscale;

import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;

/**
 * Gives pixels that nobody sees the colour of their neighbours. Programs leave black there, or
 * anything, and whatever looks at several pixels would draw it into the edges of what is seen.
 */
final class HiddenColours {

    private static final int BYTE = 0xff;
    private static final int ALPHA = 24;

    /** As far as any filter here looks, in pixels. */
    private static final int REACH = 16;

    private HiddenColours() {}

    /**
     * The picture with those colours; itself where everything is seen.
     *
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    static Bitmap filled(Bitmap picture, CancelToken cancel) {
        if (!picture.isTransparent()) {
            return picture;
        }
        int[] argb = picture.argb().clone();
        boolean[] known = new boolean[argb.length];
        for (int i = 0; i < argb.length; i++) {
            known[i] = argb[i] >>> ALPHA > 0;
        }
        for (int ring = 0; ring < REACH; ring++) {
            cancel.check();
            known = grown(argb, known, picture.width(), picture.height());
        }
        return new Bitmap(picture.width(), picture.height(), argb);
    }

    /** One pixel further: the mean of those neighbours whose colour is known. */
    private static boolean[] grown(int[] argb, boolean[] known, int width, int height) {
        boolean[] grown = known.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                if (!known[at]) {
                    int colour = mean(argb, known, x, y, width, height);
                    if (colour >= 0) {
                        argb[at] = colour;
                        grown[at] = true;
                    }
                }
            }
        }
        return grown;
    }

    /** As 0x00RRGGBB; −1 where there is none. */
    private static int mean(int[] argb, boolean[] known, int x, int y, int width, int height) {
        int count = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                if (known[v * width + u]) {
                    int pixel = argb[v * width + u];
                    count++;
                    red += pixel >> 16 & BYTE;
                    green += pixel >> 8 & BYTE;
                    blue += pixel & BYTE;
                }
            }
        }
        return count == 0 ? -1 : (red / count) << 16 | (green / count) << 8 | (blue / count);
    }
}
