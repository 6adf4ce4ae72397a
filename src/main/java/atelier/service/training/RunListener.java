package atelier.service.training;

/**
 * Does something after each step of a run: writes numbers down, saves, draws previews. Called on
 * the lane, in the order in which a run has its listeners.
 */
interface RunListener extends AutoCloseable {

    /**
     * Called once, before any step is computed.
     *
     * @param step how many steps were done before: 0 where a run begins, more where it is gone on
     *     with
     * @param probed what the probes came to then; nothing where a run is gone on with
     * @throws atelier.model.AtelierException to end the run
     */
    default void begins(long step, Probed probed) {}

    /**
     * Called after each update, before the next is computed.
     *
     * @throws atelier.model.AtelierException to end the run
     */
    void stepped(StepReport report);

    /**
     * Called between two steps when the user wants to see how far it is.
     *
     * @param step the last one that was done
     */
    default void previewAsked(long step) {}

    /** Called once, when no more steps come: the run is done, stopped or failed. */
    @Override
    default void close() {}
}
