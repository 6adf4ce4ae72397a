package atelier.ui.shell;

import java.util.List;
import javafx.scene.Node;

/**
 * What the window shows at one place.
 *
 * @param view its content
 * @param commands what can be done there, by keys or by name
 * @param again looks at what may have changed meanwhile; done as the user comes back to it
 */
public record Panel(Node view, List<Command> commands, Runnable again) {

    /** One that changes with what it shows. */
    public Panel(Node view, List<Command> commands) {
        this(view, commands, () -> {});
    }

    /** Copies the list. */
    public Panel {
        commands = List.copyOf(commands);
    }
}
