package atelier.service.storage;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pictures as PNG (ISO/IEC 15948), 8-bit sRGB, with texts. Java's own writer does not filter
 * rows: its files are twice as large.
 */
public final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] TRUE_COLOUR = {8, 2, 0, 0, 0};
    private static final byte[] TRUE_COLOUR_AND_ALPHA = {8, 6, 0, 0, 0};
    private static final byte[] PERCEPTUAL = {0};

    private static final int CHUNK = 1 << 16;

    private final DataOutputStream out;
    private final int channels;

    private PngWriter(OutputStream out, int channels) {
        this.out = new DataOutputStream(out);
        this.channels = channels;
    }

    /**
     * Writes a whole file; leaves the stream open.
     *
     * @param image its alpha, if any, is left out
     * @param texts in this order, before the pixels
     */
    public static void write(BufferedImage image, List<PngText> texts, OutputStream out)
            throws IOException {
        new PngWriter(out, PngFilter.OPAQUE).all(image, texts);
    }

    /** The same with alpha. */
    public static void writeWithAlpha(BufferedImage image, List<PngText> texts, OutputStream out)
            throws IOException {
        new PngWriter(out, PngFilter.TRANSPARENT).all(image, texts);
    }

    private void all(BufferedImage image, List<PngText> texts) throws IOException {
        out.write(SIGNATURE);
        chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.getWidth())
                        .putInt(image.getHeight())
                        .put(channels == PngFilter.OPAQUE ? TRUE_COLOUR : TRUE_COLOUR_AND_ALPHA)
                        .array());
        chunk("sRGB", PERCEPTUAL);
        for (PngText text : texts) {
            chunk(text.international() ? "iTXt" : "tEXt", text.data());
        }
        pixels(image);
        chunk("IEND", new byte[0]);
        out.flush();
    }

    private void pixels(BufferedImage image) throws IOException {
        try (Deflater deflater = PngCompression.choose(image, channels);
                OutputStream chunks = new BufferedOutputStream(new PixelChunks(), CHUNK);
                DeflaterOutputStream packed = new DeflaterOutputStream(chunks, deflater, CHUNK)) {
            int width = image.getWidth();
            int[] pixels = new int[width];
            PngFilter filter = new PngFilter(width, channels);
            for (int y = 0; y < image.getHeight(); y++) {
                image.getRGB(0, y, width, 1, pixels, 0, width);
                packed.write(filter.filter(pixels));
            }
        }
    }

    private void chunk(String type, byte[] data) throws IOException {
        chunk(type, data, 0, data.length);
    }

    private void chunk(String type, byte[] data, int offset, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, offset, length);
        out.writeInt(length);
        out.write(name);
        out.write(data, offset, length);
        out.writeInt((int) crc.getValue());
    }

    /** Each write becomes a chunk. */
    private final class PixelChunks extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            chunk("IDAT", bytes, offset, length);
        }
    }
}
