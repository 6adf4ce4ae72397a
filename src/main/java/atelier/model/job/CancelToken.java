package atelier.model.job;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A request to stop, shared between who asks and who works.
 *
 * <p>Work polls it at points where stopping leaves nothing half done: between the steps of a
 * sampler, the tensors of a file, the pictures of a folder. Work that cannot poll, because another
 * library does it, is told by a {@link #watch}. It can be set from any thread and is never cleared.
 */
public final class CancelToken {

    private final Set<Watch> watches = new LinkedHashSet<>();
    private volatile boolean cancelled;

    /** What is to be done when stopping is asked for; ends when it is closed. */
    public final class Watch implements AutoCloseable {

        private final Runnable action;

        private Watch(Runnable action) {
            this.action = action;
        }

        /** From now on the action is neither run nor running. */
        @Override
        public void close() {
            synchronized (watches) {
                watches.remove(this);
            }
        }
    }

    /** Asks the work that holds this token to stop. */
    public void cancel() {
        synchronized (watches) {
            cancelled = true;
            watches.forEach(watch -> watch.action.run());
            watches.clear();
        }
    }

    /**
     * Does something at once when stopping is asked for, or now if it has been.
     *
     * @param action short and safe on any thread
     */
    public Watch watch(Runnable action) {
        Watch watch = new Watch(action);
        synchronized (watches) {
            if (cancelled) {
                action.run();
            } else {
                watches.add(watch);
            }
        }
        return watch;
    }

    /** Whether stopping has been asked for. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Ends the work here if stopping has been asked for.
     *
     * @throws CancelledException if {@link #cancel} was called
     */
    public void check() {
        if (cancelled) {
            throw new CancelledException();
        }
    }
}
