package atelier.engine.onnx;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An array that goes into a network or comes out of it.
 *
 * @param name as the file calls it; empty where any name will do
 * @param type of its elements
 * @param shape its extents, outermost first; {@link #ANY} where any will do
 */
public record TensorPort(String name, ElementType type, List<Long> shape) {

    /** An extent that is not fixed. */
    public static final long ANY = -1;

    /** Copies the shape. */
    public TensorPort {
        shape = List.copyOf(shape);
    }

    /** One of fp32. */
    public static TensorPort floats(String name, long... shape) {
        return new TensorPort(name, ElementType.FLOAT32, LongStream.of(shape).boxed().toList());
    }

    /** Whether what this asks for can be an array of that kind. */
    boolean accepts(TensorPort found) {
        if (type != found.type || shape.size() != found.shape.size()) {
            return false;
        }
        for (int i = 0; i < shape.size(); i++) {
            long asked = shape.get(i);
            long there = found.shape.get(i);
            if (asked != ANY && there != ANY && asked != there) {
                return false;
            }
        }
        return true;
    }

    /** As people read it: {@code input float32 [1, 3, ?, ?]}. */
    String described() {
        String extents =
                shape.stream()
                        .map(extent -> extent == ANY ? "?" : extent.toString())
                        .collect(Collectors.joining(", ", "[", "]"));
        return (name + " " + type.label() + " " + extents).strip();
    }
}
