package atelier.engine.training.optimizers;

/** Changes parameters by their gradients. */
public interface Optimizer extends AutoCloseable {

    /**
     * One update of everything in the store that the optimizer was made for, from the gradients
     * there; they stay as they are.
     *
     * @param learningRate of this update, at least 0
     */
    void step(double learningRate);

    @Override
    void close();
}
