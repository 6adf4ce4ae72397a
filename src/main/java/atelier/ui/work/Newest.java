package atelier.ui.work;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does slow work on the newest of what comes, one at a time: what came in between is left out. Used
 * on the window's thread.
 *
 * @param <T> what comes
 * @param <R> what is made of it
 */
public final class Newest<T, R> {

    private final Background background;
    private final Function<T, R> work;
    private final Consumer<R> then;
    private final Consumer<Exception> failed;
    private @Nullable T waiting;
    private boolean busy;

    /**
     * @param work done beside the window's thread
     * @param then gets what came of it, on the window's thread
     * @param failed gets what went wrong, on the window's thread
     */
    public Newest(
            Background background,
            Function<T, R> work,
            Consumer<R> then,
            Consumer<Exception> failed) {
        this.background = background;
        this.work = work;
        this.then = then;
        this.failed = failed;
    }

    /** Takes the next. */
    public void take(T value) {
        waiting = value;
        if (!busy) {
            next();
        }
    }

    private void next() {
        T value = waiting;
        waiting = null;
        busy = value != null;
        if (value != null) {
            background.run(
                    () -> work.apply(value),
                    result -> {
                        then.accept(result);
                        next();
                    },
                    failure -> {
                        failed.accept(failure);
                        next();
                    });
        }
    }
}
