package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.weights.FloatConversion.Outcome;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloatConversionTest {

    /** Every 16-bit value survives the way to 32 bits and back. */
    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16"})
    void halvesSurviveTheWayThroughFloats(DType type) {
        ByteBuffer halves = ByteBuffer.allocate(2 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 1 << 16; i++) {
            halves.putShort(2 * i, (short) i);
        }
        ByteBuffer floats = ByteBuffer.allocate(4 << 16);
        FloatConversion.convert(halves.duplicate(), type, floats, DType.F32);
        ByteBuffer back = ByteBuffer.allocate(2 << 16);
        FloatConversion.convert(floats.flip(), DType.F32, back, type);
        back.flip().order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 1 << 16; i++) {
            float value = value((short) i, type);
            if (Float.isNaN(value)) {
                assertThat(value(back.getShort(2 * i), type)).isNaN();
            } else {
                assertThat(back.getShort(2 * i)).isEqualTo((short) i);
            }
        }
    }

    /**
     * Rounding is checked against exact decimals: no 16-bit value is nearer, and a tie goes to the
     * even one.
     */
    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16"})
    void roundsToTheNearestAndTiesToEven(DType type) {
        Random random = new Random(5);
        for (int i = 0; i < 4_000; i++) {
            float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-9, 5)));
            if (i % 4 == 0) {
                short half =
                        type == DType.F16
                                ? Float.floatToFloat16(value)
                                : FloatConversion.toBrainFloat(value);
                value = (value(half, type) + value((short) (half + 1), type)) / 2;
            }
            short rounded = one(value, type);
            BigDecimal error = distance(rounded, type, value);
            BigDecimal up = distance((short) (rounded + 1), type, value);
            BigDecimal down =
                    (rounded & 0x7fff) == 0 ? up : distance((short) (rounded - 1), type, value);
            assertThat(error).as("%s", value).isLessThanOrEqualTo(up.min(down));
            if (error.signum() != 0 && error.compareTo(up.min(down)) == 0) {
                assertThat(rounded & 1).as("tie of %s", value).isZero();
            }
        }
    }

    @Test
    void countsWhatOverflowsAndKeepsNotANumber() {
        ByteBuffer floats = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        floats.putFloat(65519.996f).putFloat(65520f).putFloat(-1e30f).putFloat(Float.NaN);
        floats.putFloat(Float.POSITIVE_INFINITY)
                .putFloat(Float.MAX_VALUE)
                .putFloat(1e-30f)
                .putFloat(-0f);
        ByteBuffer halves = ByteBuffer.allocate(16);
        assertThat(FloatConversion.convert(floats.flip(), DType.F32, halves, DType.F16))
                .isEqualTo(new Outcome(3, 1));
        float[] back = FloatConversion.floats(halves.flip(), DType.F16);
        float infinity = Float.POSITIVE_INFINITY;
        assertThat(back)
                .containsExactly(
                        65504f, infinity, -infinity, Float.NaN, infinity, infinity, 0f, -0f);

        ByteBuffer brain = ByteBuffer.allocate(16);
        assertThat(FloatConversion.convert(floats.rewind(), DType.F32, brain, DType.BF16))
                .isEqualTo(new Outcome(1, 1));
    }

    private static short one(float value, DType type) {
        ByteBuffer from =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).flip();
        ByteBuffer to = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
        FloatConversion.convert(from, DType.F32, to, type);
        return to.getShort(0);
    }

    private static float value(short half, DType type) {
        return type == DType.F16 ? Float.float16ToFloat(half) : Float.intBitsToFloat(half << 16);
    }

    private static BigDecimal distance(short half, DType type, float value) {
        float near = value(half, type);
        return Float.isFinite(near)
                ? new BigDecimal(near).subtract(new BigDecimal(value)).abs()
                : new BigDecimal(Double.MAX_VALUE);
    }
}
