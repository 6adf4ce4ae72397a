package atelier.ui.shell;

import java.util.Optional;

/** Remembers from one start to the next how the window stood. */
public interface WindowMemory {

    /** Remembers nothing. */
    WindowMemory NONE =
            new WindowMemory() {
                @Override
                public Optional<WindowState> recall() {
                    return Optional.empty();
                }

                @Override
                public void keep(WindowState state) {
                    // Nothing is kept.
                }
            };

    /** How it stood when it was last seen; empty at the first start. */
    Optional<WindowState> recall();

    /** Remembers how it stands. Called often; it must return at once. */
    void keep(WindowState state);
}
