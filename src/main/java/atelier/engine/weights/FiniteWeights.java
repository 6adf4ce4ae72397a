package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;

/**
 * Looks for weights that are infinite or not a number, which trainings that diverged and merges
 * that overflowed leave in files.
 *
 * <p>It reads every byte, which for a whole SDXL model takes longer than mapping it. So it is for
 * small networks, and for finding out why a large one gave a result that is no number.
 */
public final class FiniteWeights {

    private static final int PIECE = 1 << 16;

    private FiniteWeights() {}

    /**
     * Goes through tensors in order.
     *
     * @param tensors those of other types than weights have are passed over
     * @throws AtelierException at the first that has such values: it is named, and its file
     */
    public static void require(Collection<WeightSource> tensors, CancelToken cancel) {
        for (WeightSource tensor : tensors) {
            cancel.check();
            if (tensor.dtype().isWeight()) {
                require(tensor);
            }
        }
    }

    private static void require(WeightSource tensor) {
        long bad = 0;
        try (SafetensorsMapping range =
                SafetensorsMapping.open(tensor.file(), tensor.begin(), tensor.end())) {
            ByteBuffer bytes = range.buffer(tensor.begin(), tensor.end(), tensor.dtype());
            for (int at = 0; at < bytes.limit(); at += PIECE) {
                int length = Math.min(PIECE, bytes.limit() - at);
                bad += countNotFinite(bytes.slice(at, length), tensor.dtype());
            }
        }
        if (bad > 0) {
            throw new AtelierException(
                    "%s is broken: %d of %d values of %s are infinite or not a number; download it again, or use another version of the model."
                            .formatted(
                                    tensor.file().path(),
                                    bad,
                                    tensor.elements(),
                                    Printable.of(tensor.name())));
        }
    }

    /**
     * How many values are infinite or not a number.
     *
     * @param dtype {@link DType#isWeight a type of weights}
     */
    static int countNotFinite(ByteBuffer bytes, DType dtype) {
        if (isFinite(bytes.slice().order(ByteOrder.LITTLE_ENDIAN), dtype)) {
            return 0;
        }
        int bad = 0;
        for (float value : FloatConversion.floats(bytes.slice(), dtype)) {
            if (!Float.isFinite(value)) {
                bad++;
            }
        }
        return bad;
    }

    /**
     * Eight bytes at a time: a value is not finite if its exponent is all ones, and just then
     * adding one to the exponent carries into the sign.
     */
    private static boolean isFinite(ByteBuffer bytes, DType dtype) {
        long exponents = exponents(dtype);
        long signs = signs(dtype);
        // The lowest bit of each exponent.
        long ones = exponents & ~(exponents << 1);
        long carried = 0;
        int whole = bytes.limit() & -Long.BYTES;
        for (int at = 0; at < whole; at += Long.BYTES) {
            carried |= (bytes.getLong(at) & exponents) + ones;
        }
        for (int at = whole; at < bytes.limit(); at += dtype.bytes()) {
            long value =
                    dtype == DType.F32
                            ? Integer.toUnsignedLong(bytes.getInt(at))
                            : Short.toUnsignedLong(bytes.getShort(at));
            carried |= (value & exponents) + ones;
        }
        return (carried & signs) == 0;
    }

    private static long exponents(DType dtype) {
        return switch (dtype) {
            case F32 -> 0x7f800000_7f800000L;
            case F16 -> 0x7c00_7c00_7c00_7c00L;
            case BF16 -> 0x7f80_7f80_7f80_7f80L;
            default -> throw new IllegalArgumentException("weights of type " + dtype);
        };
    }

    private static long signs(DType dtype) {
        return dtype == DType.F32 ? 0x80000000_80000000L : 0x8000_8000_8000_8000L;
    }
}
