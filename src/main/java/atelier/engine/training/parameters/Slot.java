package atelier.engine.training.parameters;

import java.util.List;

/**
 * Names one trained array and gives its shape.
 *
 * @param name unlike that of any other
 */
public record Slot(String name, List<Long> shape) {

    /** Copies the shape. */
    public Slot {
        shape = List.copyOf(shape);
    }

    /** How many numbers it has. */
    public long size() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** How many numbers all of them have. */
    public static long numbers(List<Slot> slots) {
        return slots.stream().mapToLong(Slot::size).sum();
    }

    long[] extents() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
