package atelier.service.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Exif block of a picture file: the part of it that is a TIFF structure (Exif 2.32 §4.5).
 */
final class ExifLocator {

    private static final int PNG_HEADER = 8;
    private static final int RIFF_HEADER = 12;
    private static final int JPEG_APP1 = 0xe1;
    private static final int JPEG_START_OF_SCAN = 0xda;
    private static final int JPEG_END = 0xd9;
    private static final String PREAMBLE = "Exif\0\0";
    private static final int MOST_BLOCKS = 1_000_000;

    private final FileChannel file;

    ExifLocator(FileChannel file) {
        this.file = file;
    }

    /** Part of a file, in bytes. */
    record Region(long offset, long length) {}

    /** The block in a JPEG, PNG, TIFF or WebP file; null where there is none. */
    @Nullable Region find() throws IOException {
        try {
            String head = ascii(0, 12);
            if (head.startsWith("\u00ff\u00d8")) {
                return inJpeg();
            } else if (head.startsWith("\u0089PNG")) {
                return inBlocks(PNG_HEADER, "eXIf", true);
            } else if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
                return inBlocks(RIFF_HEADER, "EXIF", false);
            } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
                return new Region(0, file.size());
            }
            return null;
        } catch (EOFException e) {
            return null;
        }
    }

    private @Nullable Region inJpeg() throws IOException {
        long at = 2;
        for (int i = 0; i < MOST_BLOCKS; i++) {
            ByteBuffer head = bytes(file, at, 4);
            int marker = head.get(1) & 0xff;
            if ((head.get(0) & 0xff) != 0xff
                    || marker == JPEG_START_OF_SCAN
                    || marker == JPEG_END) {
                return null;
            } else if (marker == 0xff) {
                at++;
                continue;
            }
            int length = head.getShort(2) & 0xffff;
            if (marker == JPEG_APP1 && length >= 8 && ascii(at + 4, 6).equals(PREAMBLE)) {
                return new Region(at + 10, length - 8);
            }
            at += 2 + Math.max(length, 2);
        }
        return null;
    }

    /** In a chain of blocks with name and length, as in PNG (checksum behind) and RIFF. */
    private @Nullable Region inBlocks(long first, String wanted, boolean png) throws IOException {
        long at = first;
        for (int i = 0; i < MOST_BLOCKS; i++) {
            ByteBuffer head = bytes(file, at, 8);
            head.order(png ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            long length = Integer.toUnsignedLong(head.getInt(png ? 0 : 4));
            String name = ascii(png ? at + 4 : at, 4);
            if (name.equals(wanted)) {
                return withoutPreamble(at + 8, length);
            }
            at += 8 + (png ? length + 4 : length + (length & 1));
        }
        return null;
    }

    /** WebP needs no preamble, but some tools write it. */
    private Region withoutPreamble(long offset, long length) throws IOException {
        int preamble = PREAMBLE.length();
        boolean there = length >= preamble && ascii(offset, preamble).equals(PREAMBLE);
        return there
                ? new Region(offset + preamble, length - preamble)
                : new Region(offset, length);
    }

    private String ascii(long offset, int length) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(bytes(file, offset, length)).toString();
    }

    /**
     * Part of a file.
     *
     * @throws EOFException if it is not all there
     */
    static ByteBuffer bytes(FileChannel file, long offset, int length) throws IOException {
        if (offset < 0 || offset + length > file.size()) {
            throw new EOFException();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }
}
