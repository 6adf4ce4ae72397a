package atelier.service.storage;

import java.awt.image.BufferedImage;

/** Turns a picture upright as its Exif orientation asks (Exif 2.32, tag 274). */
final class ExifOrientation {

    private ExifOrientation() {}

    /**
     * The picture as it is meant to be seen.
     *
     * @param stored of type {@code TYPE_INT_RGB}
     * @param orientation 1 to 8
     */
    static BufferedImage upright(BufferedImage stored, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        boolean onItsSide = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(
                        onItsSide ? height : width,
                        onItsSide ? width : height,
                        BufferedImage.TYPE_INT_RGB);
        int[] row = new int[upright.getWidth()];
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] =
                        switch (orientation) {
                            case 2 -> stored.getRGB(width - 1 - x, y);
                            case 3 -> stored.getRGB(width - 1 - x, height - 1 - y);
                            case 4 -> stored.getRGB(x, height - 1 - y);
                            case 5 -> stored.getRGB(y, x);
                            case 6 -> stored.getRGB(y, height - 1 - x);
                            case 7 -> stored.getRGB(width - 1 - y, height - 1 - x);
                            default -> stored.getRGB(width - 1 - y, x);
                        };
            }
            upright.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return upright;
    }
}
