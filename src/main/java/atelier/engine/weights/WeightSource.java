package atelier.engine.weights;

import java.util.List;

/**
 * Where one tensor of a network lies: its bytes are a range of a file, and its shape is the one
 * that the network wants.
 *
 * @param file the file that holds it
 * @param name what it is called there
 * @param dtype element type
 * @param shape extents in the diffusers layout, outermost first
 * @param begin first byte, counted from the start of the file
 * @param end the byte after the last
 * @param transposed whether the bytes hold a matrix whose rows are the columns of the one that is
 *     wanted
 */
public record WeightSource(
        SafetensorsFile file,
        String name,
        DType dtype,
        List<Long> shape,
        long begin,
        long end,
        boolean transposed) {

    static WeightSource of(SafetensorsFile file, TensorInfo tensor, Relation relation) {
        List<Long> shape = relation.toDiffusers(tensor.shape());
        long begin = tensor.begin();
        long end = tensor.end();
        if (relation.third() >= 0 && !shape.equals(tensor.shape())) {
            long third = tensor.bytes() / 3;
            begin += relation.third() * third;
            end = begin + third;
        }
        boolean transposed = relation == Relation.TRANSPOSED;
        return new WeightSource(file, tensor.name(), tensor.dtype(), shape, begin, end, transposed);
    }

    /** Bytes it takes in the file. */
    public long bytes() {
        return end - begin;
    }

    /** Number of elements. */
    public long elements() {
        return bytes() / dtype.bytes();
    }

    /** The extents of the bytes as they lie in the file. */
    public List<Long> storedShape() {
        return transposed ? shape.reversed() : shape;
    }
}
