package atelier.engine.lora;

import atelier.engine.weights.DType;
import atelier.engine.weights.FloatConversion;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tensor in the heap, row-major. */
public final class TrainedTensor {

    private final float @Nullable [] values;
    private final List<Long> shape;

    /**
     * @param values not copied
     * @param shape its extents, outermost first; empty for one number
     */
    public TrainedTensor(float[] values, List<Long> shape) {
        if (shape.stream().reduce(1L, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + shape);
        }
        this.values = values;
        this.shape = List.copyOf(shape);
    }

    private TrainedTensor(List<Long> shape) {
        this.values = null;
        this.shape = List.copyOf(shape);
    }

    /** One whose values are not there yet, to tell the size of a file by. */
    public static TrainedTensor outline(List<Long> shape) {
        return new TrainedTensor(shape);
    }

    /**
     * @throws IllegalStateException if it is an outline
     */
    float[] values() {
        if (values == null) {
            throw new IllegalStateException("an outline has no values");
        }
        return values;
    }

    List<Long> shape() {
        return shape;
    }

    /** As a file of that type gives it back. */
    TrainedTensor rounded(DType type) {
        ByteBuffer floats =
                ByteBuffer.allocate(values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        floats.asFloatBuffer().put(values());
        ByteBuffer encoded = ByteBuffer.allocate(values().length * type.bytes());
        FloatConversion.convert(floats, DType.F32, encoded, type);
        return new TrainedTensor(FloatConversion.floats(encoded.flip(), type), shape);
    }

    TrainedTensor times(double factor) {
        if (values == null) {
            return this;
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] * factor);
        }
        return new TrainedTensor(scaled, shape);
    }
}
