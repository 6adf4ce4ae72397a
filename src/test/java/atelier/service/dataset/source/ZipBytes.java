package atelier.service.dataset.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds zips entry by entry, sound ones and others. */
public final class ZipBytes {

    private static final int LOCKED = 1;
    private static final int UTF_8 = 1 << 11;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final Charset names;
    private int count;

    /** Names in UTF-8, flagged as such. */
    public ZipBytes() {
        this(StandardCharsets.UTF_8);
    }

    /** Names in that charset. */
    ZipBytes(Charset names) {
        this.names = names;
    }

    public ZipBytes file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public ZipBytes file(String name, byte[] content) {
        return entry(name, content, content.length, 0, 0);
    }

    ZipBytes folder(String name) {
        return entry(name, new byte[0], 0, 0, 0);
    }

    /** A file that is larger than the directory says, or smaller. */
    ZipBytes claiming(String name, byte[] content, long size) {
        return entry(name, content, size, 0, 0);
    }

    /** With a mode as Unix has it, {@code 0120777} for a link. */
    public ZipBytes unix(String name, String content, int mode) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return entry(name, bytes, bytes.length, mode, 0);
    }

    ZipBytes locked(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return entry(name, bytes, bytes.length, 0, LOCKED);
    }

    ZipBytes zeros(String name, int size) {
        return file(name, new byte[size]);
    }

    private ZipBytes entry(String name, byte[] content, long size, int mode, int flags) {
        byte[] named = name.getBytes(names);
        byte[] packed = deflated(content);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer shared = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        shared.putShort((short) 20)
                .putShort((short) (flags | (names == StandardCharsets.UTF_8 ? UTF_8 : 0)))
                .putShort((short) 8)
                .putInt(0)
                .putInt((int) crc.getValue())
                .putInt(packed.length)
                .putInt((int) size)
                .putShort((short) named.length)
                .putShort((short) 0);
        int offset = out.size();
        out.writeBytes(number(0x04034b50));
        out.writeBytes(shared.array());
        out.writeBytes(named);
        out.writeBytes(packed);
        directory.writeBytes(number(0x02014b50));
        directory.writeBytes(new byte[] {20, 3});
        directory.writeBytes(shared.array());
        directory.writeBytes(new byte[6]);
        directory.writeBytes(number(mode << 16));
        directory.writeBytes(number(offset));
        directory.writeBytes(named);
        count++;
        return this;
    }

    private static byte[] deflated(byte[] content) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] piece = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(piece, 0, deflater.deflate(piece));
            }
            return packed.toByteArray();
        }
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    /** The whole file. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(directory.toByteArray());
        whole.writeBytes(
                ByteBuffer.allocate(22)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0x06054b50)
                        .putInt(0)
                        .putShort((short) count)
                        .putShort((short) count)
                        .putInt(directory.size())
                        .putInt(out.size())
                        .putShort((short) 0)
                        .array());
        return whole.toByteArray();
    }
}
