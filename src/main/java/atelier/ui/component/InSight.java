package atelier.ui.component;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/**
 * Shows what changes, but only while it can be seen: what changed meanwhile is shown, once, as it
 * comes into sight again. A run tells of each of its steps, and a panel that nobody looks at would
 * take the time of the one that is looked at. On the window's thread.
 */
public final class InSight {

    private final BooleanProperty seen = new SimpleBooleanProperty(true);

    /** Holds for as long as that can be seen. */
    public void follow(Node panel) {
        seen.bind(panel.visibleProperty());
    }

    /** What shows something, made to wait while it cannot be seen. */
    public Runnable only(Runnable show) {
        return new Waiting(show);
    }

    private final class Waiting implements Runnable {

        private final Runnable show;
        private boolean due;

        Waiting(Runnable show) {
            this.show = show;
            seen.subscribe(now -> {
                if (now && due) {
                    run();
                }
            });
        }

        @Override
        public void run() {
            due = !seen.get();
            if (!due) {
                show.run();
            }
        }
    }
}
