package atelier.service.restoration;

import atelier.model.restoration.Bitmap;
import java.awt.image.BufferedImage;

/** Pictures as the engine sees them, and back. */
final class Bitmaps {

    private Bitmaps() {}

    static Bitmap of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new Bitmap(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    }

    /** With alpha. */
    static BufferedImage image(Bitmap bitmap) {
        BufferedImage image =
                new BufferedImage(bitmap.width(), bitmap.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, bitmap.width(), bitmap.height(), bitmap.argb(), 0, bitmap.width());
        return image;
    }
}
