package atelier.service.storage;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Brings pictures to the size that a model wants. */
public final class PictureScaler {

    private PictureScaler() {}

    /**
     * Resized to exactly that size with Lanczos' filter, which keeps fine lines when shrinking; the
     * picture itself if it has it.
     */
    public static BufferedImage resized(BufferedImage picture, int width, int height) {
        if (picture.getWidth() == width && picture.getHeight() == height) {
            return picture;
        }
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return new ResampleOp(width, height, ResampleOp.FILTER_LANCZOS)
                .filter(rgb(picture), target);
    }

    /**
     * Resized so that it covers that size, its proportions kept, and cut to it about the centre.
     */
    public static BufferedImage covering(BufferedImage picture, int width, int height) {
        double scale =
                Math.max(
                        (double) width / picture.getWidth(), (double) height / picture.getHeight());
        int scaledWidth = Math.max(width, Math.toIntExact(Math.round(picture.getWidth() * scale)));
        int scaledHeight =
                Math.max(height, Math.toIntExact(Math.round(picture.getHeight() * scale)));
        BufferedImage scaled = resized(picture, scaledWidth, scaledHeight);
        return cut(scaled, (scaledWidth - width) / 2, (scaledHeight - height) / 2, width, height);
    }

    /** A part of the picture, as a picture of its own. */
    public static BufferedImage cut(
            BufferedImage picture, int left, int top, int width, int height) {
        return rgb(picture.getSubimage(left, top, width, height));
    }

    private static BufferedImage rgb(BufferedImage picture) {
        BufferedImage copy =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return copy;
    }
}
