package atelier.engine.weights;

import org.jspecify.annotations.Nullable;

/**
 * Element types of the safetensors format, by the names its headers use, in the order the format
 * ranks them.
 */
public enum DType {
    /** One byte per truth value. */
    BOOL(1),
    /** 8-bit unsigned integer. */
    U8(1),
    /** 8-bit integer. */
    I8(1),
    /** 8-bit float, 5 exponent bits. */
    F8_E5M2(1),
    /** 8-bit float, 4 exponent bits. */
    F8_E4M3(1),
    /** 16-bit integer. */
    I16(2),
    /** 16-bit unsigned integer. */
    U16(2),
    /** IEEE half precision. */
    F16(2),
    /** Brain float: the upper half of a 32-bit float. */
    BF16(2),
    /** 32-bit integer. */
    I32(4),
    /** 32-bit unsigned integer. */
    U32(4),
    /** 32-bit float. */
    F32(4),
    /** 64-bit float. */
    F64(8),
    /** 64-bit integer. */
    I64(8),
    /** 64-bit unsigned integer. */
    U64(8);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes per element. */
    public int bytes() {
        return bytes;
    }

    /** Whether a network's weights may be kept in this type: 32-bit, half or brain floats. */
    public boolean isWeight() {
        return this == F32 || this == F16 || this == BF16;
    }

    /**
     * The type of that name in a header; null where there is no such type, or its elements are
     * smaller than a byte.
     */
    static @Nullable DType named(String name) {
        for (DType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
