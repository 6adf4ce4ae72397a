package atelier.engine.onnx;

import ai.onnxruntime.TensorInfo.OnnxTensorType;
import java.util.Locale;

/** What a tensor's elements are ({@code TensorProto.DataType}). */
public enum ElementType {
    /** Real numbers of 32 bits. */
    FLOAT32(1, OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT),
    /** Whole numbers of 64 bits. */
    INT64(7, OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64),
    /** Real numbers of 16 bits. */
    FLOAT16(10, OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16),
    /** Real numbers of 64 bits. */
    FLOAT64(11, OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE),
    /** What none of Atelier's networks takes or gives. */
    OTHER(0, OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED);

    private final long code;
    private final OnnxTensorType runtimeType;

    ElementType(long code, OnnxTensorType runtimeType) {
        this.code = code;
        this.runtimeType = runtimeType;
    }

    /** Its number in a file. */
    long code() {
        return code;
    }

    static ElementType of(OnnxTensorType type) {
        for (ElementType known : values()) {
            if (known.runtimeType == type) {
                return known;
            }
        }
        return OTHER;
    }

    /** As people write it: {@code float32}. */
    String label() {
        return this == OTHER ? "other" : name().toLowerCase(Locale.ROOT);
    }
}
