package atelier.engine.training.adapters;

/** What a trained array holds as a run begins. */
public sealed interface Beginning {

    /** Zero, so that the layer's weight is not changed yet. */
    record Zero() implements Beginning {}

    /**
     * Evenly spread.
     *
     * @param bound the largest number; the smallest is its negative
     */
    record Uniform(double bound) implements Beginning {

        /** As He et al. 2015 with a = √5. */
        static Uniform ofFanIn(long fanIn) {
            return new Uniform(1 / Math.sqrt((double) fanIn));
        }
    }

    /**
     * Normal around 0.
     *
     * @param deviation the standard deviation
     */
    record Normal(double deviation) implements Beginning {}

    /** The length of what the layer's own weight does with each input. */
    record InputNorms() implements Beginning {}
}
