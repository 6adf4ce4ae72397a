package atelier.service.training.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes TensorFlow's record format: each record is its length in eight bytes, a checksum of those,
 * the data, and a checksum of the data.
 */
final class RecordWriter {

    private static final int MASK = 0xa282ead8;
    private static final int ROTATION = 15;

    private final OutputStream out;

    RecordWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes one record in one piece, so that a reader sees little chance of half of one. */
    void write(byte[] data) throws IOException {
        ByteBuffer record =
                ByteBuffer.allocate(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(checksum(record.array(), 0, Long.BYTES));
        record.put(data);
        record.putInt(checksum(data, 0, data.length));
        out.write(record.array());
    }

    /** CRC-32C, turned and shifted, as the data may hold checksums themselves. */
    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
    }
}
