package atelier.engine.training.optimizers;

/** Changes parameters by their gradients. */
public interface Optimizer extends AutoCloseable {

    /**
     * One update of everything in the store that the optimizer was made for, from the gradients
     * there; they stay as they are.
     *
     * @param learningRate of this update, at least 0; at 0 the parameters stay as they are
     * @return the rate that was used, which is another where an optimizer finds its own
     */
    double step(double learningRate);

    /** A copy of all that is remembered between updates. */
    OptimizerState state();

    /**
     * Goes on from a state that an optimizer of the same kind, settings and parameters gave; the
     * next updates are the same to the bit.
     *
     * @throws atelier.model.AtelierException if the state is of other parameters or another
     *     optimizer; nothing is changed then
     */
    void restore(OptimizerState state);

    @Override
    void close();
}
