package atelier.engine.lora;

import java.util.List;

/** A tensor in the heap, row-major. */
public final class TrainedTensor {

    private final float[] values;
    private final List<Long> shape;

    /**
     * @param values not copied
     * @param shape its extents, outermost first; empty for one number
     */
    public TrainedTensor(float[] values, List<Long> shape) {
        if (shape.stream().reduce(1L, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + shape);
        }
        this.values = values;
        this.shape = List.copyOf(shape);
    }

    float[] values() {
        return values;
    }

    List<Long> shape() {
        return shape;
    }

    TrainedTensor times(double factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] * factor);
        }
        return new TrainedTensor(scaled, shape);
    }
}
