package atelier.service.storage;

import java.awt.image.BufferedImage;
import java.util.zip.Deflater;

/**
 * Chooses how to compress a picture's rows by trying both ways on some of them.
 *
 * <p>In filtered rows of photographs and of generated images no string repeats: the search for
 * repetitions takes ten times as long as Huffman's code alone, which comes out smaller at that. In
 * drawings, masks and charts it is the repetitions that count.
 */
final class PngCompression {

    private static final int BANDS = 8;
    private static final int ROWS = 8;
    private static final int LEVEL = 6;

    private PngCompression() {}

    /**
     * A compressor for this picture; it must be ended.
     *
     * @param channels as of {@link PngFilter}
     */
    static Deflater choose(BufferedImage image, int channels) {
        byte[] sample = sample(image, channels);
        boolean repeats =
                length(sample, Deflater.DEFAULT_STRATEGY) < length(sample, Deflater.HUFFMAN_ONLY);
        return deflater(repeats ? Deflater.DEFAULT_STRATEGY : Deflater.HUFFMAN_ONLY);
    }

    private static Deflater deflater(int strategy) {
        Deflater deflater = new Deflater(LEVEL);
        deflater.setStrategy(strategy);
        return deflater;
    }

    /** Filtered rows from bands all over the picture. */
    private static byte[] sample(BufferedImage image, int channels) {
        int width = image.getWidth();
        int height = image.getHeight();
        int rows = Math.min(ROWS, height);
        PngFilter filter = new PngFilter(width, channels);
        int[] pixels = new int[width];
        int rowLength = 1 + channels * width;
        byte[] sample = new byte[BANDS * rows * rowLength];
        for (int band = 0; band < BANDS; band++) {
            int top = (int) ((long) (height - rows) * band / (BANDS - 1));
            for (int row = 0; row < rows; row++) {
                image.getRGB(0, top + row, width, 1, pixels, 0, width);
                byte[] filtered = filter.filter(pixels);
                System.arraycopy(filtered, 0, sample, (band * rows + row) * rowLength, rowLength);
            }
        }
        return sample;
    }

    private static int length(byte[] sample, int strategy) {
        try (Deflater deflater = deflater(strategy)) {
            deflater.setInput(sample);
            deflater.finish();
            byte[] buffer = new byte[1 << 14];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(buffer);
            }
            return length;
        }
    }
}
