package atelier.service.training.state;

import atelier.engine.weights.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/** CRC-32C of named texts and tensors, eight hexadecimal digits; it finds damage, not forgery. */
final class Checksum {

    private static final int PIECE = 1 << 16;

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer bytes =
            ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private Checksum() {}

    static String of(SortedMap<String, String> texts, SortedMap<String, FloatTensor> tensors) {
        Checksum checksum = new Checksum();
        texts.forEach((name, text) -> checksum.add(name + "=" + text + "\n"));
        tensors.forEach((name, tensor) -> {
            checksum.add(name + tensor.shape() + "\n");
            checksum.add(tensor.values());
        });
        return HexFormat.of().toHexDigits((int) checksum.crc.getValue());
    }

    private void add(String text) {
        crc.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(float[] values) {
        for (int begin = 0; begin < values.length; begin += PIECE) {
            int count = Math.min(PIECE, values.length - begin);
            FloatBuffer floats = bytes.clear().asFloatBuffer();
            floats.put(values, begin, count);
            crc.update(bytes.limit(count * Float.BYTES));
        }
    }
}
