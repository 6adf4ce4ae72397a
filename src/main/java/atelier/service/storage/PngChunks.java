package atelier.service.storage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The chunks of a PNG file (ISO/IEC 15948) that hold something beside the picture, read with
 * bounded memory from files that nobody vouches for: no chunk is kept whose checksum is wrong, that
 * is longer than allowed, or that the file ends within.
 *
 * @param chunks those asked for, in the order of the file
 * @param problems what was wrong with the file, as parts of a sentence
 */
public record PngChunks(List<PngChunk> chunks, List<String> problems) {

    /** Most bytes kept of one file, and most bytes that one compressed chunk may unpack to. */
    public static final int MOST_BYTES = 16 << 20;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_CHUNKS = 1_000_000;

    /** Keeps copies of the lists. */
    public PngChunks {
        chunks = List.copyOf(chunks);
        problems = List.copyOf(problems);
    }

    /** Whether these first bytes of a file are a PNG's. */
    public static boolean begins(byte[] head) {
        return head.length >= SIGNATURE.length
                && Arrays.equals(head, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * Collects chunks of some types.
     *
     * @param png a file that {@linkplain #begins begins} as a PNG
     * @param types which
     * @throws IOException if the file cannot be read; a file that is damaged is no such case
     */
    public static PngChunks read(Path png, Set<String> types) throws IOException {
        List<PngChunk> chunks = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(png)))) {
            in.skipNBytes(SIGNATURE.length);
            walk(in, types, chunks, problems);
        } catch (EOFException e) {
            problems.add("it ends in the middle");
        }
        return new PngChunks(chunks, problems);
    }

    private static void walk(
            DataInputStream in, Set<String> types, List<PngChunk> chunks, List<String> problems)
            throws IOException {
        int room = MOST_BYTES;
        for (int i = 0; i < MOST_CHUNKS; i++) {
            long length = Integer.toUnsignedLong(in.readInt());
            byte[] type = in.readNBytes(4);
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (name.equals("IEND")) {
                return;
            } else if (!types.contains(name)) {
                in.skipNBytes(length + 4);
            } else if (length > room) {
                problems.add("its " + name + " blocks are longer than 16 MB");
                in.skipNBytes(length + 4);
            } else {
                byte[] data = in.readNBytes((int) length);
                int checksum = in.readInt();
                if (checksum == checksum(type, data)) {
                    chunks.add(new PngChunk(name, data));
                    room -= data.length;
                } else {
                    problems.add("the checksum of its " + name + " block is wrong");
                }
            }
        }
        problems.add("it consists of more than a million blocks");
    }

    private static int checksum(byte[] type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        return (int) crc.getValue();
    }

    /**
     * Unpacks zlib data.
     *
     * @param data holds them from {@code offset} on
     * @throws DataFormatException if they are damaged or unpack to more than {@link #MOST_BYTES};
     *     the message is a part of a sentence
     */
    public static byte[] inflate(byte[] data, int offset) throws DataFormatException {
        try (Inflater inflater = new Inflater()) {
            int start = Math.min(offset, data.length);
            inflater.setInput(data, start, data.length - start);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0) {
                    throw new DataFormatException("a compressed block of it is damaged");
                }
                out.write(buffer, 0, read);
                if (out.size() > MOST_BYTES) {
                    throw new DataFormatException("a compressed block unpacks to more than 16 MB");
                }
            }
            return out.toByteArray();
        }
    }
}
