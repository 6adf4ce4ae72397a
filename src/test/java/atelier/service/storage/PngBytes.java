package atelier.service.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds PNG files byte by byte, sound ones and others. */
public final class PngBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PngBytes() {
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    }

    /** A file with a header that claims this size, 8-bit RGB. */
    public static PngBytes header(int width, int height) {
        return header(width, height, 2);
    }

    /** A file with a header that claims this size, 8-bit grey levels with alpha. */
    public static PngBytes greyWithAlpha(int width, int height) {
        return header(width, height, 4);
    }

    private static PngBytes header(int width, int height, int colours) {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, (byte) colours, 0, 0, 0})
                        .array();
        return new PngBytes().chunk("IHDR", header);
    }

    /** Header and pixels of a red picture of one pixel; the end is still missing. */
    public static PngBytes onePixel() {
        return header(1, 1).chunk("IDAT", zlib(new byte[] {0, (byte) 255, 0, 0}));
    }

    public PngBytes chunk(String type, byte[] data) {
        return chunk(type, data, 0);
    }

    /** A chunk whose checksum is off by so much. */
    public PngBytes chunk(String type, byte[] data, int error) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue() + error).array());
        return this;
    }

    /** The start of a chunk that claims a length and then does not come. */
    public PngBytes promise(String type, int length) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public PngBytes tEXt(String keyword, byte[] text) {
        return chunk("tEXt", join((keyword + "\0").getBytes(StandardCharsets.ISO_8859_1), text));
    }

    public PngBytes zTXt(String keyword, byte[] text) {
        return chunk(
                "zTXt", join((keyword + "\0\0").getBytes(StandardCharsets.ISO_8859_1), zlib(text)));
    }

    public PngBytes iTXt(String keyword, String text, boolean compressed) {
        String head = keyword + "\0" + (compressed ? "\1" : "\0") + "\0en\0title\0";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return chunk(
                "iTXt",
                join(head.getBytes(StandardCharsets.UTF_8), compressed ? zlib(bytes) : bytes));
    }

    public byte[] unfinished() {
        return out.toByteArray();
    }

    public byte[] end() {
        return chunk("IEND", new byte[0]).unfinished();
    }

    public Path endIn(Path folder) {
        return in(folder, "picture.png", end());
    }

    /** Writes bytes to a file. */
    public static Path in(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    public static byte[] zlib(byte[] bytes) {
        try (Deflater deflater = new Deflater(9)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }
}
