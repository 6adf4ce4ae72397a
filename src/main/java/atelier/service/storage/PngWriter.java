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
 * Writes opaque pictures as PNG (ISO/IEC 15948), 8-bit sRGB, with texts. Java's own writer does not
 * filter rows: its files are twice as large.
 */
public final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] TRUE_COLOUR = {8, 2, 0, 0, 0};
    private static final byte[] PERCEPTUAL = {0};

    private static final int CHUNK = 1 << 16;

    private final DataOutputStream out;

    private PngWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /**
     * Writes a whole file; leaves the stream open.
     *
     * @param image its alpha, if any, is left out
     * @param texts in this order, before the pixels
     */
    public static void write(BufferedImage image, List<PngText> texts, OutputStream out)
            throws IOException {
        PngWriter writer = new PngWriter(out);
        out.write(SIGNATURE);
        writer.chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.getWidth())
                        .putInt(image.getHeight())
                        .put(TRUE_COLOUR)
                        .array());
        writer.chunk("sRGB", PERCEPTUAL);
        for (PngText text : texts) {
            writer.chunk(text.international() ? "iTXt" : "tEXt", text.data());
        }
        writer.pixels(image);
        writer.chunk("IEND", new byte[0]);
        writer.out.flush();
    }

    private void pixels(BufferedImage image) throws IOException {
        try (Deflater deflater = PngCompression.choose(image);
                OutputStream chunks = new BufferedOutputStream(new PixelChunks(), CHUNK);
                DeflaterOutputStream packed = new DeflaterOutputStream(chunks, deflater, CHUNK)) {
            int width = image.getWidth();
            int[] pixels = new int[width];
            PngFilter filter = new PngFilter(width);
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
