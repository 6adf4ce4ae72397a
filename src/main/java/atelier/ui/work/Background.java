package atelier.ui.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what would hold up the window beside it: files, databases, the decoding of pictures, calls
 * of services.
 *
 * @param beside runs work, on as many threads as it likes
 * @param window runs what touches the window's state, on its one thread and in order
 */
public record Background(Executor beside, Executor window) {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /** The same, but what is started later begins only when what was started before is over. */
    public Background inOrder() {
        return new Background(new InOrder(beside), window);
    }

    /**
     * Starts work of which nothing is shown but a failure, and comes back at once.
     *
     * @param failed gets what went wrong, on the window's thread
     */
    public void perform(Runnable work, Consumer<Exception> failed) {
        run(
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                _ -> {},
                failed);
    }

    /**
     * Starts work and comes back at once. Work that is asked for while the program ends already is
     * not begun: the window may still be there for a moment, but nothing would be shown of it.
     *
     * @param then gets what came of it, on the window's thread
     * @param failed gets what went wrong, on the window's thread
     */
    public <T> void run(Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
        try {
            beside.execute(() -> {
                try {
                    T result = work.call();
                    window.execute(() -> then.accept(result));
                } catch (Exception e) {
                    LOG.warn("Something that the window asked for could not be done", e);
                    window.execute(() -> failed.accept(e));
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.info("The program ends, so work is not begun any more", e);
        }
    }
}
