package atelier.ui.shell;

import java.util.List;
import javafx.scene.Node;

/**
 * What the window shows at one place.
 *
 * @param view its content
 * @param commands what can be done there, by keys or by name
 */
public record Panel(Node view, List<Command> commands) {

    /** Copies the list. */
    public Panel {
        commands = List.copyOf(commands);
    }
}
