package atelier.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.weights.DType;
import atelier.engine.weights.FloatConversion;
import atelier.engine.weights.HalvesInPlace;
import atelier.engine.weights.RangeReader;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.SafetensorsMapping;
import atelier.model.AtelierException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Turns ranges of one weight file into arrays of the element type that a network computes in.
 *
 * <p>Where the file has that type already, on a drive that stays, an array is a view of the mapped
 * file: nothing is read until it is used, and nothing is copied. Where the file's type only has the
 * same size, the private pages of the map are overwritten with the converted values. Everything
 * else is read range by range and converted, so that the resident memory stays near that of the
 * result.
 */
public final class WeightLoader implements AutoCloseable {

    private static final int PIECE = 1 << 21;

    private final Torch torch;
    private final SafetensorsFile file;
    private final ComputeType type;
    private final NDManager owner;
    private final @Nullable NDArray flat;
    private final @Nullable SafetensorsMapping mapping;
    private final RangeReader ranges;

    /**
     * @param type the element type wanted
     * @param owner closes the arrays; to be closed before this object is, as arrays may be views of
     *     what it maps
     */
    public WeightLoader(Torch torch, SafetensorsFile file, ComputeType type, NDManager owner) {
        this.torch = torch;
        this.file = file;
        this.type = type;
        this.owner = owner;
        this.ranges = RangeReader.open(file);
        boolean mapped = SafetensorsMapping.isMappable(file);
        this.flat =
                mapped && type == ComputeType.BFLOAT16
                        ? torch.mapFile(
                                owner, file.path(), type, file.stamp().size() / DType.BF16.bytes())
                        : null;
        this.mapping =
                mapped && type != ComputeType.BFLOAT16 ? SafetensorsMapping.open(file) : null;
    }

    /**
     * A range of the file as an array; each range once.
     *
     * @param begin first byte, counted from the start of the file
     * @param end the byte after the last
     * @param dtype what the bytes are
     * @throws AtelierException if the file has a type that weights cannot have, or changed since it
     *     was opened
     */
    public NDArray load(long begin, long end, DType dtype, long... shape) {
        boolean aligned = begin % dtype.bytes() == 0;
        if (is(dtype, ComputeType.BFLOAT16) && flat != null && aligned) {
            return torch.slice(owner, flat, begin / dtype.bytes(), end / dtype.bytes(), shape);
        }
        if (is(dtype, type) && mapping != null) {
            return torch.wrap(owner, mapping.buffer(begin, end, dtype), type, shape);
        }
        if (dtype == DType.F16 && flat != null && aligned && end - begin <= Integer.MAX_VALUE) {
            NDArray result =
                    torch.slice(owner, flat, begin / dtype.bytes(), end / dtype.bytes(), shape);
            if (HalvesInPlace.toBrainFloats(torch.memory(result))) {
                return result;
            }
            result.close();
        }
        return converted(begin, end, dtype, shape);
    }

    /**
     * Read and converted a piece at a time: a piece and what becomes of it stay in the processor's
     * cache, and no second copy of a large tensor ever exists.
     */
    private NDArray converted(long begin, long end, DType dtype, long... shape) {
        NDArray result = torch.uninitialized(owner, type, shape);
        for (long at = begin; at < end; at += PIECE) {
            ByteBuffer bytes = ranges.read(at, Math.min(at + PIECE, end));
            try (NDManager call = torch.newManager()) {
                torch.copyInto(result, (at - begin) / dtype.bytes(), wrapped(call, bytes, dtype));
            }
        }
        return result;
    }

    private NDArray wrapped(NDManager call, ByteBuffer bytes, DType dtype) {
        long elements = bytes.remaining() / dtype.bytes();
        return switch (dtype) {
            case F32 -> torch.wrap(call, bytes, ComputeType.FLOAT32, elements);
            case F16 -> torch.wrap(call, bytes, ComputeType.FLOAT16, elements);
            case BF16 -> torch.floats(call, FloatConversion.floats(bytes, dtype), elements);
            default ->
                    throw new AtelierException(
                            file.path()
                                    + " holds weights of type "
                                    + dtype
                                    + ", which cannot be computed with; convert it to fp16, bf16 or fp32 first.");
        };
    }

    private static boolean is(DType dtype, ComputeType type) {
        return switch (dtype) {
            case F32 -> type == ComputeType.FLOAT32;
            case F16 -> type == ComputeType.FLOAT16;
            case BF16 -> type == ComputeType.BFLOAT16;
            default -> false;
        };
    }

    /** Unmaps what was mapped. */
    @Override
    public void close() {
        ranges.close();
        if (mapping != null) {
            mapping.close();
        }
    }
}
