package atelier.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Does what keys stand for, before any control sees them. Keys that type something are left to a
 * text field that has the focus, and those that press to a button.
 *
 * @param commands what can be done now, the most special first
 */
record Shortcuts(Supplier<List<Command>> commands) {

    /** Listens to a scene. */
    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
    }

    private void pressed(Scene scene, KeyEvent event) {
        boolean typing = scene.getFocusOwner() instanceof TextInputControl;
        boolean pressing =
                scene.getFocusOwner() instanceof ButtonBase
                        || scene.getFocusOwner() instanceof ComboBoxBase<?>;
        for (Command command : commands.get()) {
            if (command.keys() != null
                    && !(typing && (command.keys().typed() || command.keys().editsText()))
                    && !(pressing && command.keys().presses())
                    && command.keys().matcher().match(event)) {
                event.consume();
                command.action().run();
                return;
            }
        }
    }
}
