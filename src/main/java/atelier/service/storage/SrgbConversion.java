package atelier.service.storage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/** Brings decoded pictures of every kind into one form: opaque sRGB, 8 bits a channel. */
final class SrgbConversion {

    private static final int RED = 16;
    private static final int GREEN = 8;
    private static final int BYTE = 255;

    private SrgbConversion() {}

    /**
     * The picture in sRGB over a background.
     *
     * @param decoded as a decoder returned it
     * @param profile the colour profile that its file holds and the decoder did not see; null for
     *     none
     * @param background as 0xRRGGBB
     * @return of type {@code TYPE_INT_RGB}
     */
    static BufferedImage toOpaque(
            BufferedImage decoded, @Nullable ICC_Profile profile, int background) {
        BufferedImage described = profile == null ? decoded : describe(decoded, profile);
        if (isPlainGray(described)) {
            return grayOver(background, described.getRaster());
        }
        return over(background, toSrgb(described));
    }

    private static BufferedImage toSrgb(BufferedImage image) {
        if (image.getColorModel().getColorSpace().isCS_sRGB()) {
            return image;
        }
        BufferedImage converted =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(image, converted);
    }

    /** The same pixels, seen through the profile; unchanged where the two do not fit. */
    private static BufferedImage describe(BufferedImage image, ICC_Profile profile) {
        BufferedImage direct =
                image.getColorModel() instanceof IndexColorModel
                        ? redrawn(image, BufferedImage.TYPE_4BYTE_ABGR, 0)
                        : image;
        ColorModel model = direct.getColorModel();
        if (!(model instanceof ComponentColorModel)
                || profile.getNumComponents() != model.getNumColorComponents()) {
            return image;
        }
        try {
            ColorModel described =
                    new ComponentColorModel(
                            new ICC_ColorSpace(profile),
                            model.hasAlpha(),
                            model.isAlphaPremultiplied(),
                            model.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                            model.getTransferType());
            BufferedImage seen =
                    new BufferedImage(
                            described, direct.getRaster(), model.isAlphaPremultiplied(), null);
            seen.getColorModel().getColorSpace().toRGB(new float[model.getNumColorComponents()]);
            return seen;
        } catch (CMMException | IllegalArgumentException e) {
            // A profile that cannot be used is left out of account, as in image viewers.
            return image;
        }
    }

    private static BufferedImage over(int background, BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_RGB
                ? image
                : redrawn(image, BufferedImage.TYPE_INT_RGB, background);
    }

    private static BufferedImage redrawn(BufferedImage image, int type, int background) {
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = drawn.createGraphics();
        if (!drawn.getColorModel().hasAlpha()) {
            graphics.setColor(new Color(background));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        }
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return drawn;
    }

    /** Grey levels without a profile of their own are sRGB's; Java would take them for linear. */
    private static boolean isPlainGray(BufferedImage image) {
        ColorModel model = image.getColorModel();
        return model instanceof ComponentColorModel
                && model.getColorSpace().equals(ColorSpace.getInstance(ColorSpace.CS_GRAY));
    }

    private static BufferedImage grayOver(int background, Raster raster) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        BufferedImage image =
                new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] samples = new int[width * bands];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                double level = (double) samples[x * bands] / most;
                double alpha = bands > 1 ? (double) samples[x * bands + 1] / most : 1;
                row[x] =
                        mixed(level, alpha, background >> RED) << RED
                                | mixed(level, alpha, background >> GREEN) << GREEN
                                | mixed(level, alpha, background);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int mixed(double level, double alpha, int behind) {
        return (int) Math.round(BYTE * level * alpha + (behind & BYTE) * (1 - alpha));
    }
}
