package atelier.service.dataset.caption;

import atelier.model.AtelierException;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads and writes the text of one caption file. */
final class CaptionFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final long MOST_BYTES = 1 << 20;

    private CaptionFile() {}

    /**
     * The text as it stands, without a byte order mark.
     *
     * @throws AtelierException if it cannot be read, is no UTF-8, or is no caption by its length
     */
    static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new AtelierException(
                        file
                                + " is longer than a megabyte, too long for a caption: shorten it, or move it elsewhere.");
            }
            String text = Utf8.decode(Files.readAllBytes(file));
            if (text == null) {
                throw new AtelierException(
                        file + " is no UTF-8 text: save the caption again as UTF-8.");
            }
            return text.startsWith(BYTE_ORDER_MARK)
                    ? text.substring(BYTE_ORDER_MARK.length())
                    : text;
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /** Puts a text in place of what is there, if anything; a byte order mark stays. */
    static void write(Path file, String text) {
        String whole = begins(file) ? BYTE_ORDER_MARK + text : text;
        AtomicFiles.replace(file, out -> out.write(whole.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a file begins with a byte order mark. */
    private static boolean begins(Path file) {
        byte[] mark = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);
        if (Files.notExists(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
