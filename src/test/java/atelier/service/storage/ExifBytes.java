package atelier.service.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds Exif blocks and puts them into JPEG and WebP files. */
public final class ExifBytes {

    private static final int ENTRY = 12;

    private ExifBytes() {}

    /** A block with an orientation and a user comment of these bytes. */
    public static byte[] block(ByteOrder order, int orientation, byte[] userComment) {
        int directory = 8 + 2 + 2 * ENTRY + 4;
        int value = directory + 2 + ENTRY + 4;
        ByteBuffer out = start(order, value + userComment.length);
        out.putShort((short) 2);
        entry(out, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(out, 0x8769, 4, 1).putInt(directory);
        out.putInt(0).putShort((short) 1);
        entry(out, 0x9286, 7, userComment.length).putInt(value);
        return out.putInt(0).put(userComment).array();
    }

    /** A block with one text in the tag for the camera model, as ComfyUI writes it. */
    public static byte[] model(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = start(ByteOrder.LITTLE_ENDIAN, 8 + 2 + ENTRY + 4 + bytes.length);
        out.putShort((short) 1);
        entry(out, 0x0110, 2, bytes.length).putInt(8 + 2 + ENTRY + 4);
        return out.putInt(0).put(bytes).array();
    }

    private static ByteBuffer start(ByteOrder order, int length) {
        ByteBuffer out = ByteBuffer.allocate(length).order(order);
        out.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.UTF_8));
        return out.putShort((short) 42).putInt(8);
    }

    private static ByteBuffer entry(ByteBuffer out, int tag, int type, int count) {
        return out.putShort((short) tag).putShort((short) type).putInt(count);
    }

    /** The JPEG file with that segment behind its first two bytes. */
    public static byte[] jpegWith(byte[] jpeg, int marker, String preamble, byte[] block) {
        byte[] head = preamble.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(jpeg.length + 4 + head.length + block.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + head.length + block.length))
                .put(head)
                .put(block)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** The JPEG file with an Exif block. */
    public static byte[] jpegWithExif(byte[] jpeg, byte[] block) {
        return jpegWith(jpeg, 0xe1, "Exif\0\0", block);
    }

    /** The WebP file with an Exif chunk at its end. */
    public static byte[] webpWithExif(byte[] webp, byte[] block) {
        int padded = block.length + (block.length & 1);
        ByteBuffer out = ByteBuffer.allocate(webp.length + 8 + padded);
        out.order(ByteOrder.LITTLE_ENDIAN).put(webp);
        out.put("EXIF".getBytes(StandardCharsets.UTF_8)).putInt(block.length).put(block);
        return out.putInt(4, out.capacity() - 8).array();
    }
}
