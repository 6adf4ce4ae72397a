package atelier.ui.work;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands what comes on any thread to the window's, the newest in place of those not shown yet.
 *
 * @param <T> what comes
 */
public final class Latest<T> implements Consumer<T> {

    private final Executor window;
    private final Consumer<T> shown;
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();

    /**
     * @param window runs things on the window's thread
     * @param shown gets what came, there
     */
    public Latest(Executor window, Consumer<T> shown) {
        this.window = window;
        this.shown = shown;
    }

    @Override
    public void accept(T value) {
        // One call for all that comes before the window gets round to it.
        if (newest.getAndSet(value) == null) {
            window.execute(this::show);
        }
    }

    private void show() {
        T value = newest.getAndSet(null);
        if (value != null) {
            shown.accept(value);
        }
    }
}
