package atelier.ui.training;

import java.util.Arrays;

/** Numbers by step, so many that they need not be boxed; grows at its end. */
final class Series {

    private static final int FIRST = 256;

    private double[] steps = new double[FIRST];
    private double[] values = new double[FIRST];
    private int size;

    /** Adds one at the end. */
    void add(double step, double value) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        steps[size] = step;
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    /**
     * What is drawn of it: all, or of every stretch the lowest and the highest, where it is long.
     */
    Points points() {
        return Points.of(Arrays.copyOf(steps, size), Arrays.copyOf(values, size));
    }
}
