package atelier.engine.weights;

import atelier.engine.weights.FloatConversion.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/**
 * A tensor on its way from one file into another: perhaps of another type, transposed, or put
 * together from several that are stacked. Only a piece of it is in memory at a time, and all of it
 * only if it is transposed.
 */
final class ConvertedTensor implements SafetensorsWriter.Content {

    private static final int PIECE = 1 << 22;

    private final List<WeightSource> parts;
    private final List<Long> shape;
    private final DType dtype;
    private final boolean transposed;
    private Outcome outcome = Outcome.NONE;

    /**
     * @param parts what is stacked, in order; one if nothing is
     * @param shape extents in the new file
     * @param dtype type in the new file
     * @param transposed whether the new file wants the transpose of the network's matrix
     */
    ConvertedTensor(List<WeightSource> parts, List<Long> shape, DType dtype, boolean transposed) {
        this.parts = parts;
        this.shape = shape;
        this.dtype = dtype;
        this.transposed = transposed;
    }

    List<Long> shape() {
        return shape;
    }

    DType dtype() {
        return dtype;
    }

    /** Bytes it takes in the new file. */
    long bytes() {
        return shape.stream().reduce((long) dtype.bytes(), Math::multiplyExact);
    }

    /** What the conversion did to the values; nothing before it was written. */
    Outcome outcome() {
        return outcome;
    }

    @Override
    public void writeTo(WritableByteChannel channel) throws IOException {
        outcome = Outcome.NONE;
        for (WeightSource part : parts) {
            try (SafetensorsMapping range =
                    SafetensorsMapping.open(part.file(), part.begin(), part.end())) {
                ByteBuffer bytes = range.buffer(part.begin(), part.end(), part.dtype());
                write(
                        part.transposed() == transposed ? bytes : transpose(bytes, part),
                        part.dtype(),
                        channel);
            }
        }
    }

    private void write(ByteBuffer bytes, DType from, WritableByteChannel channel)
            throws IOException {
        if (from == dtype) {
            channel.write(bytes);
            return;
        }
        ByteBuffer converted = ByteBuffer.allocateDirect(PIECE / from.bytes() * dtype.bytes());
        while (bytes.hasRemaining()) {
            int length = Math.min(PIECE, bytes.remaining());
            ByteBuffer piece = bytes.slice(bytes.position(), length);
            outcome = outcome.plus(FloatConversion.convert(piece, from, converted.clear(), dtype));
            channel.write(converted.flip());
            bytes.position(bytes.position() + length);
        }
    }

    private static ByteBuffer transpose(ByteBuffer bytes, WeightSource part) {
        int rows = Math.toIntExact(part.storedShape().get(0));
        int columns = Math.toIntExact(part.storedShape().get(1));
        int size = part.dtype().bytes();
        ByteBuffer turned =
                ByteBuffer.allocateDirect(bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                turned.put(bytes.slice((row * columns + column) * size, size));
            }
        }
        return turned.flip();
    }
}
