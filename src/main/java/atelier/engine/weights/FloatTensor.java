package atelier.engine.weights;

import java.util.List;

/** An fp32 tensor in the heap, row-major; not to be changed. */
public final class FloatTensor {

    private final List<Long> shape;
    private final float[] values;

    /**
     * @param shape its extents, outermost first
     * @param values not copied
     */
    public FloatTensor(List<Long> shape, float[] values) {
        if (shape.stream().reduce(1L, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + shape);
        }
        this.shape = List.copyOf(shape);
        this.values = values;
    }

    /** Its extents, outermost first. */
    public List<Long> shape() {
        return shape;
    }

    /** Its numbers. */
    public float[] values() {
        return values;
    }

    /** Whether each of them is a finite number. */
    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
