package atelier.engine.weights;

import java.util.List;

/**
 * One tensor of a safetensors file.
 *
 * @param name as in the file
 * @param dtype element type
 * @param shape extents, outermost first; empty for a scalar
 * @param begin first byte, counted from the start of the file
 * @param end the byte after the last, counted from the start of the file
 */
public record TensorInfo(String name, DType dtype, List<Long> shape, long begin, long end) {

    /** Bytes the tensor takes in the file. */
    public long bytes() {
        return end - begin;
    }

    /** Number of elements. */
    public long elements() {
        return bytes() / dtype.bytes();
    }
}
