package atelier.ui.work;

import java.util.ArrayList;
import java.util.List;

/** Keeps what is asked for before all is there, and does it then. On the window's thread. */
public final class WhenReady {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean ready;

    /** Whether all is there. */
    public boolean isReady() {
        return ready;
    }

    /** Does something now, or as soon as all is there. */
    public void run(Runnable action) {
        if (ready) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /** All is there now: does what waited, in order. */
    public void ready() {
        ready = true;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }
}
