package atelier.ui.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Does what is asked for beside the window's thread, all at once, and shows only what was asked for
 * last: an answer that comes late must not replace a newer one. Used on the window's thread.
 */
public final class LastAsked {

    private final Background background;
    private long asked;

    /** Works there. */
    public LastAsked(Background background) {
        this.background = background;
    }

    /**
     * Asks for something in place of what was asked for before.
     *
     * @param then gets what came of it, on the window's thread, if nothing else was asked for
     * @param failed gets what went wrong, likewise
     */
    public <T> void ask(Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
        long mine = ++asked;
        background.run(work, onlyLast(mine, then), onlyLast(mine, failed));
    }

    private <T> Consumer<T> onlyLast(long mine, Consumer<T> then) {
        return result -> {
            if (mine == asked) {
                then.accept(result);
            }
        };
    }

    /** What was asked for is wanted no more. */
    public void forget() {
        asked++;
    }
}
