package atelier.service.dataset.source;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a zip's directory says of its entries that Java does not tell: which are links (APPNOTE
 * 6.3.10, §4.3.12 to §4.3.16; Unix modes in the upper half of the external attributes).
 */
final class ZipEntries {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_64_LOCATOR_LENGTH = 20;
    private static final int END_64_LENGTH = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int FORMAT = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;

    private final FileChannel zip;
    private long at;
    private long left;

    private ZipEntries(FileChannel zip) {
        this.zip = zip;
    }

    /**
     * Which entries are links or devices, in the order of the directory.
     *
     * @param most entries that are read
     * @throws AtelierException if the directory cannot be found
     */
    static List<Boolean> special(Path file, int most) {
        try (FileChannel zip = FileChannel.open(file)) {
            ZipEntries entries = new ZipEntries(zip);
            entries.find();
            List<Boolean> special = new ArrayList<>();
            while (entries.left-- > 0 && special.size() < most) {
                special.add(entries.next());
            }
            return special;
        } catch (DamagedZip e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /** The refusal of a zip that is none, or is cut off. */
    static AtelierException damaged(Path file, Exception cause) {
        return new AtelierException(
                file
                        + " is damaged or no zip at all; get another copy of it, or unpack it yourself.",
                cause);
    }

    private static final class DamagedZip extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private void find() throws IOException {
        int length = (int) Math.min(zip.size(), END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = bytes(zip.size() - length, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                long end = zip.size() - length + i;
                left = Short.toUnsignedInt(tail.getShort(i + 10));
                at = Integer.toUnsignedLong(tail.getInt(i + 16));
                readEnd64(end);
                return;
            }
        }
        throw new DamagedZip();
    }

    private void readEnd64(long end) throws IOException {
        if (end < END_64_LOCATOR_LENGTH) {
            return;
        }
        ByteBuffer locator = bytes(end - END_64_LOCATOR_LENGTH, END_64_LOCATOR_LENGTH);
        if (locator.getInt(0) == END_64_LOCATOR) {
            ByteBuffer end64 = bytes(locator.getLong(8), END_64_LENGTH);
            left = end64.getLong(32);
            at = end64.getLong(48);
        }
    }

    private boolean next() throws IOException {
        ByteBuffer entry = bytes(at, ENTRY_LENGTH);
        if (entry.getInt(0) != ENTRY) {
            throw new DamagedZip();
        }
        at +=
                ENTRY_LENGTH
                        + Short.toUnsignedInt(entry.getShort(28))
                        + Short.toUnsignedInt(entry.getShort(30))
                        + Short.toUnsignedInt(entry.getShort(32));
        int format = entry.getInt(38) >>> 16 & FORMAT;
        return format != 0 && format != FILE && format != FOLDER;
    }

    private ByteBuffer bytes(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > zip.size() - length) {
            throw new DamagedZip();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (zip.read(bytes, offset + bytes.position()) < 0) {
                throw new DamagedZip();
            }
        }
        return bytes.flip();
    }
}
