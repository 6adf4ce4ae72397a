package atelier.ui.dataset;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A mask as it is laid over its picture: a tint where the subject is, nothing elsewhere. */
final class MaskTint {

    /** A green that few pictures have, 0xRRGGBB. */
    private static final int COLOUR = 0x2ee6a6;

    /** How much of the picture the tint hides where the mask is white. */
    private static final double STRENGTH = 0.55;

    private static final int BYTE = 0xff;
    private static final int ALPHA = 24;

    private MaskTint() {}

    /**
     * The tint of a mask.
     *
     * @param mask grey, white where the subject is
     */
    static Image of(Image mask) {
        int width = (int) mask.getWidth();
        int height = (int) mask.getHeight();
        int[] pixels = new int[width * height];
        mask.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            int alpha = (int) Math.round(STRENGTH * (pixels[i] & BYTE));
            pixels[i] = alpha << ALPHA | COLOUR;
        }
        WritableImage tint = new WritableImage(width, height);
        tint.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return tint;
    }
}
