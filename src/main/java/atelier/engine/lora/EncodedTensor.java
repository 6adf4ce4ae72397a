package atelier.engine.lora;

import atelier.engine.weights.DType;
import atelier.engine.weights.FloatConversion;
import atelier.model.AtelierException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A tensor as it goes into a file.
 *
 * @param bytes row-major and little-endian; its position is never moved
 */
record EncodedTensor(String name, List<Long> shape, ByteBuffer bytes) {

    /**
     * Puts values into a type.
     *
     * @throws AtelierException if a value is not finite, or too large for the type
     */
    static EncodedTensor of(AdapterTensors.Tensor tensor, DType type) {
        float[] values = tensor.content().values();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new AtelierException(
                        "The adapter was not written, because its layer %s holds values that are infinite or not a number: go back to an earlier save and lower the learning rate."
                                .formatted(tensor.layer()));
            }
        }
        ByteBuffer floats =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        floats.asFloatBuffer().put(values);
        ByteBuffer encoded = ByteBuffer.allocate(values.length * type.bytes());
        if (FloatConversion.convert(floats, DType.F32, encoded, type).overflowed() > 0) {
            throw new AtelierException(
                    "The adapter was not written, because its layer %s holds values too large for %s: write it as BF16 or F32."
                            .formatted(tensor.layer(), type));
        }
        return new EncodedTensor(tensor.name(), tensor.content().shape(), encoded.flip());
    }
}
