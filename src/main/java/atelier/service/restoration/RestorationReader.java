package atelier.service.restoration;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;

/** Reads images as restoration takes them: with their transparency. */
final class RestorationReader {

    private static final int BLACK = 0;
    private static final int BYTE = 0xff;
    private static final int ALPHA = 24;
    private static final long MEGA = 1_000_000;

    private final PictureReader reader;

    RestorationReader(PictureReader reader) {
        this.reader = reader;
    }

    /**
     * Reads one image.
     *
     * @param factor how many times as wide and high it will be made
     * @throws AtelierException if it is no picture, damaged, or would become too large
     */
    Bitmap read(Path file, int factor, CancelToken cancel) {
        BufferedImage opaque = reader.read(file, PictureReader.WHITE, cancel).picture();
        int width = opaque.getWidth();
        int height = opaque.getHeight();
        long pixels = (long) width * height * factor * factor;
        if (pixels > PictureReader.MOST_PIXELS) {
            throw new AtelierException(
                    "%s would have %d megapixels, and %d are the most: make it larger by less."
                            .formatted(file, pixels / MEGA, PictureReader.MOST_PIXELS / MEGA));
        }
        Optional<BufferedImage> opacity = reader.opacity(file);
        int[] argb =
                opacity.isEmpty()
                        ? opaque.getRGB(0, 0, width, height, null, 0, width)
                        : withAlpha(
                                reader.read(file, BLACK, cancel).picture(), opacity.orElseThrow());
        return new Bitmap(width, height, argb);
    }

    /** Colours as they are under what lets the background through. */
    private static int[] withAlpha(BufferedImage overBlack, BufferedImage opacity) {
        int width = overBlack.getWidth();
        int height = overBlack.getHeight();
        int[] argb = overBlack.getRGB(0, 0, width, height, null, 0, width);
        int[] alphas = opacity.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < argb.length; i++) {
            int alpha = alphas[i] & BYTE;
            int pixel = alpha << ALPHA;
            for (int shift = 0; shift < ALPHA && alpha > 0; shift += 8) {
                int colour = argb[i] >> shift & BYTE;
                pixel |= Math.min(BYTE, Math.round((float) colour * BYTE / alpha)) << shift;
            }
            argb[i] = pixel;
        }
        return argb;
    }
}
