package atelier.service.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The few Exif tags that matter here, from JPEG, PNG, TIFF and WebP files.
 *
 * <p>Each wanted value is read once and nothing else is, so that a hostile file can neither blow
 * one block up into many nor lead in circles.
 */
public final class ExifTags {

    /** The largest value that is read, in bytes. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int ENTRY = 12;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int ORIENTATION = 0x0112;
    private static final int FIRST_TEXT = 0x010c;
    private static final int LAST_TEXT = 0x0110;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int USER_COMMENT = 0x9286;

    /** Size of a value's unit by its type number. */
    private static final int[] UNIT = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private final FileChannel file;
    private final ExifLocator.Region block;
    private final ByteOrder order;
    private final List<String> texts = new ArrayList<>();
    private int orientation = 1;
    private byte @Nullable [] userComment;
    private boolean damaged;

    private ExifTags(FileChannel file, ExifLocator.Region block, ByteOrder order) {
        this.file = file;
        this.block = block;
        this.order = order;
    }

    /**
     * Reads the tags of a picture.
     *
     * @return empty where the file has no Exif block
     * @throws IOException if the file cannot be read; an Exif block that is damaged is no such case
     */
    public static Optional<ExifTags> read(Path picture) throws IOException {
        try (FileChannel file = FileChannel.open(picture)) {
            ExifLocator.Region block = new ExifLocator(file).find();
            if (block == null) {
                return Optional.empty();
            }
            ExifTags tags = new ExifTags(file, block, order(file, block));
            tags.readDirectory(4, true);
            return Optional.of(tags);
        }
    }

    /** How the picture must be turned to stand upright: 1 to 8 as in Exif, 1 for as it is. */
    public int orientation() {
        return orientation;
    }

    /** What stands in the tags for document name, description, maker and model. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** The bytes of the user comment, with the character code in front where it has one. */
    public byte @Nullable [] userComment() {
        return userComment == null ? null : userComment.clone();
    }

    /** Whether something in the block did not make sense. */
    public boolean isDamaged() {
        return damaged;
    }

    private static ByteOrder order(FileChannel file, ExifLocator.Region block) throws IOException {
        boolean little =
                block.length() >= 1 && ExifLocator.bytes(file, block.offset(), 1).get(0) == 'I';
        return little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private void readDirectory(long pointer, boolean main) throws IOException {
        try {
            long offset = Integer.toUnsignedLong(at(pointer, 4).getInt());
            int count = at(offset, 2).getShort() & 0xffff;
            ByteBuffer entries = at(offset + 2, count * ENTRY);
            for (int i = 0; i < count; i++) {
                readEntry(entries.position(i * ENTRY), offset + 2 + (long) i * ENTRY, main);
            }
        } catch (EOFException e) {
            damaged = true;
        }
    }

    private void readEntry(ByteBuffer entries, long offset, boolean main) throws IOException {
        int tag = entries.getShort() & 0xffff;
        int type = entries.getShort() & 0xffff;
        long count = Integer.toUnsignedLong(entries.getInt());
        if (tag == ORIENTATION && type == SHORT && main) {
            int value = entries.getShort() & 0xffff;
            orientation = value >= 1 && value <= 8 ? value : 1;
        } else if (tag == EXIF_DIRECTORY && main) {
            readDirectory(offset + 8, false);
        } else if (tag == USER_COMMENT && userComment == null) {
            userComment = value(type, count, offset + 8);
        } else if (main && type == ASCII && tag >= FIRST_TEXT && tag <= LAST_TEXT) {
            byte[] value = value(type, count, offset + 8);
            if (texts.size() <= LAST_TEXT - FIRST_TEXT && value != null) {
                texts.add(new String(value, StandardCharsets.UTF_8).replaceFirst("\0+$", ""));
            }
        }
    }

    /** A value is in the entry itself if it has at most four bytes, else where the entry says. */
    private byte @Nullable [] value(int type, long count, long field) throws IOException {
        long length = count * (type < UNIT.length ? UNIT[type] : 0);
        if (length < 1 || length > MOST_BYTES) {
            damaged = true;
            return null;
        }
        try {
            long offset = length <= 4 ? field : Integer.toUnsignedLong(at(field, 4).getInt());
            return at(offset, (int) length).array();
        } catch (EOFException e) {
            damaged = true;
            return null;
        }
    }

    private ByteBuffer at(long offset, int length) throws IOException {
        if (offset + length > block.length()) {
            throw new EOFException();
        }
        return ExifLocator.bytes(file, block.offset() + offset, length).order(order);
    }
}
