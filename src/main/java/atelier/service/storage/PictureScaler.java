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
     * Resized so that its longer side is at most that long, its proportions kept; of large pictures
     * blocks of pixels are averaged first, which takes less time.
     */
    public static BufferedImage reduced(BufferedImage picture, int longest) {
        int side = Math.max(picture.getWidth(), picture.getHeight());
        if (side <= longest) {
            return picture;
        }
        double scale = (double) longest / side;
        return resized(
                averaged(picture, side / (2 * longest)),
                Math.max(1, (int) Math.round(picture.getWidth() * scale)),
                Math.max(1, (int) Math.round(picture.getHeight() * scale)));
    }

    /** Each pixel is the mean of a square of that side; what is left over at the edges is lost. */
    private static BufferedImage averaged(BufferedImage picture, int side) {
        int width = side < 2 ? 0 : picture.getWidth() / side;
        int height = side < 2 ? 0 : picture.getHeight() / side;
        if (width == 0 || height == 0) {
            return picture;
        }
        BufferedImage averaged = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] block = new int[width * side * side];
        int count = side * side;
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y * side, width * side, side, block, 0, width * side);
            for (int x = 0; x < width; x++) {
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int i = 0; i < count; i++) {
                    int pixel = block[(i / side * width + x) * side + i % side];
                    red += pixel >> 16 & 255;
                    green += pixel >> 8 & 255;
                    blue += pixel & 255;
                }
                averaged.setRGB(x, y, (red / count) << 16 | (green / count) << 8 | (blue / count));
            }
        }
        return averaged;
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

    /** The picture with left and right exchanged. */
    public static BufferedImage mirrored(BufferedImage picture) {
        int width = picture.getWidth();
        BufferedImage mirrored =
                new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                mirrored.setRGB(width - 1 - x, y, picture.getRGB(x, y));
            }
        }
        return mirrored;
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
