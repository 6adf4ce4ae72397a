package atelier.engine.training.losses;

/** How much the squared error at each place of a picture counts. Several are multiplied. */
@FunctionalInterface
public interface LossWeight {

    /**
     * Multiplies the weights of one picture.
     *
     * @param weights [h, w], changed in place
     */
    void apply(float[] weights, Example example, Objective objective);

    /** Multiplies all alike. */
    static void scale(float[] weights, double factor) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) factor;
        }
    }
}
