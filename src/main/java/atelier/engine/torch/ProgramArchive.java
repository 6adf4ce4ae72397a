package atelier.engine.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs TorchScript text as the archive that LibTorch loads: a stored zip with the code, a pickle
 * of the one module object (class {@code __torch__.Net}, its only attribute {@code training =
 * False}) and no constants.
 */
final class ProgramArchive {

    private static final byte PROTO = (byte) 0x80;
    private static final byte NEW_OBJECT = (byte) 0x81;
    private static final byte FALSE = (byte) 0x89;

    private ProgramArchive() {}

    static byte[] of(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, "net/data.pkl", module());
            put(zip, "net/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            put(zip, "net/constants.pkl", new byte[] {PROTO, 2, ')', '.'});
            put(zip, "net/version", ascii("3\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] module() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {PROTO, 2, 'c'});
        pickle.writeBytes(ascii("__torch__\nNet\n"));
        pickle.writeBytes(new byte[] {')', NEW_OBJECT, '}', 'X', 8, 0, 0, 0});
        pickle.writeBytes(ascii("training"));
        pickle.writeBytes(new byte[] {FALSE, 's', 'b', '.'});
        return pickle.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
