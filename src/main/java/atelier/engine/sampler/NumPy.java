package atelier.engine.sampler;

/**
 * Ranges with the rounding of numpy, on which published timesteps rest: a tie that falls the other
 * way is another timestep.
 */
final class NumPy {

    private NumPy() {}

    /** {@code count} evenly spaced numbers, both ends included; of one, the first end. */
    static double[] linspace(double first, double last, int count) {
        double[] values = new double[count];
        double step = (last - first) / (count - 1);
        for (int i = 0; i < count - 1; i++) {
            values[i] = i * step + first;
        }
        values[count - 1] = count == 1 ? first : last;
        return values;
    }

    /** {@code count} numbers from {@code first}, {@code step} apart. */
    static double[] arange(double first, double step, int count) {
        // The distance is taken from the first two elements, not from the step as given.
        double distance = (first + step) - first;
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = first + i * distance;
        }
        return values;
    }

    static double[] reversed(double[] values) {
        double[] turned = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i] = values[values.length - 1 - i];
        }
        return turned;
    }
}
