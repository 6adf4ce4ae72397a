package atelier.service.storage;

import java.awt.image.BufferedImage;

/** How far a picture lets its background through. */
final class AlphaChannel {

    private static final int OPAQUE = 255;

    private AlphaChannel() {}

    /** The mean of its transparency, from 0 where it is opaque to 1 where nothing is drawn. */
    static double transparency(BufferedImage decoded) {
        if (!decoded.getColorModel().hasAlpha()) {
            return 0;
        }
        long sum = 0;
        int[] row = new int[decoded.getWidth()];
        for (int y = 0; y < decoded.getHeight(); y++) {
            read(decoded, y, row);
            for (int alpha : row) {
                sum += OPAQUE - alpha;
            }
        }
        return (double) sum / OPAQUE / ((double) decoded.getWidth() * decoded.getHeight());
    }

    /** A grey picture of its opacity: white where it is opaque. */
    static BufferedImage opacity(BufferedImage decoded) {
        BufferedImage mask =
                new BufferedImage(
                        decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[decoded.getWidth()];
        for (int y = 0; y < decoded.getHeight(); y++) {
            read(decoded, y, row);
            for (int x = 0; x < row.length; x++) {
                row[x] *= 0x010101;
            }
            mask.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return mask;
    }

    private static void read(BufferedImage decoded, int y, int[] row) {
        if (decoded.getAlphaRaster() == null) {
            // A palette, whose entries have an alpha each.
            for (int x = 0; x < row.length; x++) {
                row[x] = decoded.getColorModel().getAlpha(decoded.getRaster().getSample(x, y, 0));
            }
            return;
        }
        decoded.getAlphaRaster().getSamples(0, y, row.length, 1, 0, row);
        int most = (1 << decoded.getAlphaRaster().getSampleModel().getSampleSize(0)) - 1;
        for (int x = 0; x < row.length; x++) {
            row[x] = Math.round((float) row[x] * OPAQUE / most);
        }
    }
}
