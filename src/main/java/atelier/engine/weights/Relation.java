package atelier.engine.weights;

import java.util.ArrayList;
import java.util.List;

/**
 * How a tensor of the diffusers layout is got from its counterpart in the original single-file
 * layout.
 */
public enum Relation {
    /** They are the same. */
    SAME(-1),
    /** Rows and columns change places. */
    TRANSPOSED(-1),
    /** A 1×1 convolution there is a matrix here: the two trailing axes of size 1 are left out. */
    SQUEEZED(-1),
    /** The first third of the rows. */
    FIRST_THIRD(0),
    /** The second third of the rows. */
    SECOND_THIRD(1),
    /** The last third of the rows. */
    LAST_THIRD(2);

    private final int third;

    Relation(int third) {
        this.third = third;
    }

    /** Which third of the original's rows it is, from 0; -1 if it is all of them. */
    int third() {
        return third;
    }

    /** The shape here of a tensor of that shape there; what cannot be related stays as it is. */
    List<Long> toDiffusers(List<Long> original) {
        return switch (this) {
            case SAME -> original;
            case TRANSPOSED -> original.reversed();
            case SQUEEZED ->
                    original.size() == 4 && original.get(2) == 1 && original.get(3) == 1
                            ? original.subList(0, 2)
                            : original;
            case FIRST_THIRD, SECOND_THIRD, LAST_THIRD ->
                    isDivisible(original) ? withRows(original, original.getFirst() / 3) : original;
        };
    }

    /** The shape there of a tensor of that shape here. */
    List<Long> toOriginal(List<Long> diffusers) {
        return switch (this) {
            case SAME -> diffusers;
            case TRANSPOSED -> diffusers.reversed();
            case SQUEEZED ->
                    diffusers.size() == 2
                            ? List.of(diffusers.get(0), diffusers.get(1), 1L, 1L)
                            : diffusers;
            case FIRST_THIRD, SECOND_THIRD, LAST_THIRD ->
                    withRows(diffusers, diffusers.getFirst() * 3);
        };
    }

    private static boolean isDivisible(List<Long> shape) {
        return !shape.isEmpty() && shape.getFirst() % 3 == 0;
    }

    private static List<Long> withRows(List<Long> shape, long rows) {
        List<Long> changed = new ArrayList<>(shape);
        changed.set(0, rows);
        return List.copyOf(changed);
    }
}
