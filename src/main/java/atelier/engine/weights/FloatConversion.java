package atelier.engine.weights;

import atelier.model.AtelierException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.function.Supplier;

/**
 * Conversion between the types weights are kept in, rounding to the nearest value and to the even
 * one of two as near (IEEE 754 §4.3.1). NaN stays NaN and infinity stays infinity.
 */
public final class FloatConversion {

    private static final int CHUNK = 1 << 15;

    /**
     * What a conversion did to the values.
     *
     * @param overflowed finite values that became infinite, being too large for the type
     * @param nan values that were not a number, and still are not
     */
    public record Outcome(long overflowed, long nan) {

        /** Nothing remarkable. */
        public static final Outcome NONE = new Outcome(0, 0);

        /** This and another together. */
        public Outcome plus(Outcome other) {
            return new Outcome(overflowed + other.overflowed, nan + other.nan);
        }
    }

    private FloatConversion() {}

    /**
     * Converts all that remains in {@code from} into {@code to}; both little-endian, and moved on.
     *
     * @param fromType {@link DType#isWeight a type of weights}, as {@code toType}
     */
    public static Outcome convert(ByteBuffer from, DType fromType, ByteBuffer to, DType toType) {
        float[] values = new float[CHUNK];
        Outcome outcome = Outcome.NONE;
        while (from.hasRemaining()) {
            int count = Math.min(CHUNK, from.remaining() / fromType.bytes());
            read(from, fromType, values, count);
            write(values, count, to, toType);
            outcome = outcome.plus(count(values, count, toType));
        }
        return outcome;
    }

    /** All that remains in the little-endian buffer, as 32-bit floats, without loss. */
    public static float[] floats(ByteBuffer from, DType fromType) {
        float[] values = new float[from.remaining() / fromType.bytes()];
        read(from, fromType, values, values.length);
        return values;
    }

    /**
     * Numbers as a weight's bytes, little-endian.
     *
     * @param toType {@link DType#isWeight a type of weights}
     * @param unfit what to throw where one is infinite, not a number or too large for the type
     */
    static ByteBuffer encoded(float[] values, DType toType, Supplier<AtelierException> unfit) {
        ByteBuffer floats =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        floats.asFloatBuffer().put(values);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * toType.bytes());
        Outcome outcome = convert(floats, DType.F32, bytes, toType);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw unfit.get();
            }
        }
        if (outcome.overflowed() > 0) {
            throw unfit.get();
        }
        return bytes.flip();
    }

    /** The nearest brain float's bits. */
    static short toBrainFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int rounded = (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;
        return (short) (Float.isNaN(value) ? (bits >>> 16) | 0x40 : rounded);
    }

    private static void read(ByteBuffer from, DType type, float[] values, int count) {
        from.order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case F32 -> from.asFloatBuffer().get(values, 0, count);
            case F16, BF16 -> {
                short[] halves = new short[count];
                from.asShortBuffer().get(halves);
                widen(halves, type, values);
            }
            default -> throw new IllegalArgumentException("weights of type " + type);
        }
        from.position(from.position() + count * type.bytes());
    }

    private static void widen(short[] halves, DType type, float[] values) {
        if (type == DType.F16) {
            for (int i = 0; i < halves.length; i++) {
                values[i] = Float.float16ToFloat(halves[i]);
            }
        } else {
            for (int i = 0; i < halves.length; i++) {
                values[i] = Float.intBitsToFloat(halves[i] << 16);
            }
        }
    }

    private static void write(float[] values, int count, ByteBuffer to, DType type) {
        to.order(ByteOrder.LITTLE_ENDIAN);
        if (type == DType.F32) {
            FloatBuffer floats = to.asFloatBuffer();
            floats.put(values, 0, count);
        } else {
            ShortBuffer shorts = to.asShortBuffer();
            shorts.put(narrow(values, count, type));
        }
        to.position(to.position() + count * type.bytes());
    }

    private static short[] narrow(float[] values, int count, DType type) {
        short[] halves = new short[count];
        switch (type) {
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    halves[i] = Float.floatToFloat16(values[i]);
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    halves[i] = toBrainFloat(values[i]);
                }
            }
            default -> throw new IllegalArgumentException("weights of type " + type);
        }
        return halves;
    }

    /** From half of the last step beyond the largest value on, rounding leads to infinity. */
    private static Outcome count(float[] values, int count, DType type) {
        float limit =
                switch (type) {
                    case F16 -> 65520f;
                    case BF16 -> Float.intBitsToFloat(0x7f7f8000);
                    default -> Float.POSITIVE_INFINITY;
                };
        long overflowed = 0;
        long nan = 0;
        for (int i = 0; i < count; i++) {
            float size = Math.abs(values[i]);
            if (!(size < limit)) {
                if (Float.isNaN(size)) {
                    nan++;
                } else if (size != Float.POSITIVE_INFINITY) {
                    overflowed++;
                }
            }
        }
        return new Outcome(overflowed, nan);
    }
}
