package atelier.service.training;

/**
 * Does something after each step of a run: writes numbers down, saves, draws previews. Called on
 * the lane, in the order in which a run has its listeners.
 */
interface RunListener extends AutoCloseable {

    /**
     * Called after each update, before the next is computed.
     *
     * @throws atelier.model.AtelierException to end the run
     */
    void stepped(StepReport report);

    /** Called once, when no more steps come: the run is done, stopped or failed. */
    @Override
    default void close() {}
}
