package atelier.model.job;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request to stop, shared between who asks and who works.
 *
 * <p>Work polls it at points where stopping leaves nothing half done: between the steps of a
 * sampler, the tensors of a file, the pictures of a folder. It can be set from any thread and is
 * never cleared.
 */
public final class CancelToken {

    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** Asks the work that holds this token to stop. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Whether stopping has been asked for. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /**
     * Ends the work here if stopping has been asked for.
     *
     * @throws CancelledException if {@link #cancel} was called
     */
    public void check() {
        if (cancelled.get()) {
            throw new CancelledException();
        }
    }
}
