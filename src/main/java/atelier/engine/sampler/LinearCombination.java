package atelier.engine.sampler;

/** A weighted sum of arrays of one length, added up in double and rounded to float once. */
final class LinearCombination {

    private final double[] sum;

    private LinearCombination(int length) {
        this.sum = new double[length];
    }

    /** weight · values. */
    static LinearCombination of(double weight, float[] values) {
        return new LinearCombination(values.length).plus(weight, values);
    }

    /**
     * Adds weight · values.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    LinearCombination plus(double weight, float[] values) {
        if (values.length != sum.length) {
            throw new IllegalArgumentException(
                    values.length + " values where there are " + sum.length);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
        return this;
    }

    float[] toFloats() {
        float[] rounded = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            rounded[i] = (float) sum[i];
        }
        return rounded;
    }
}
