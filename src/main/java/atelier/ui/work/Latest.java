package atelier.ui.work;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands what comes on any thread to the window's, the newest in place of what was not taken yet.
 *
 * @param <T> what comes
 */
public final class Latest<T> implements Consumer<T> {

    private final Executor window;
    private final Consumer<T> then;
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();

    /**
     * @param window runs what touches the window's state
     * @param then takes it there
     */
    public Latest(Executor window, Consumer<T> then) {
        this.window = window;
        this.then = then;
    }

    @Override
    public void accept(T value) {
        if (newest.getAndSet(value) == null) {
            window.execute(() -> {
                T latest = newest.getAndSet(null);
                if (latest != null) {
                    then.accept(latest);
                }
            });
        }
    }
}
