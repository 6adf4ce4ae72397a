package atelier.engine.lora;

import atelier.engine.weights.TensorInfo;
import java.nio.ByteBuffer;

/** Reads scales: one number in any type that a writer may have put it in. */
final class ScalarReader {

    private ScalarReader() {}

    /**
     * The value of a tensor of one element; NaN if it has another number of them or another type.
     */
    static double read(TensorInfo tensor, ByteBuffer bytes) {
        if (tensor.elements() != 1) {
            return Double.NaN;
        }
        return switch (tensor.dtype()) {
            case F64 -> bytes.getDouble();
            case F32 -> bytes.getFloat();
            case F16 -> Float.float16ToFloat(bytes.getShort());
            case BF16 -> Float.intBitsToFloat(bytes.getShort() << 16);
            case I64 -> bytes.getLong();
            case I32 -> bytes.getInt();
            case I16 -> bytes.getShort();
            default -> Double.NaN;
        };
    }
}
