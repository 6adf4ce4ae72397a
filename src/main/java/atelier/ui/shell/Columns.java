package atelier.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Moves the focus from one column of the window to the next: the rail, the header, the panel's
 * columns, the job bar.
 */
final class Columns {

    private static final List<String> CLASSES =
            List.of("rail", "panel-header", "column", "job-bar");

    private Columns() {}

    /** Gives the focus to the first control of the column after the one that has it. */
    static void next(Scene scene) {
        List<Node> columns =
                below(scene.getRoot())
                        .filter(node -> node.getStyleClass().stream().anyMatch(CLASSES::contains))
                        .filter(column -> firstControl(column) != null)
                        .toList();
        if (columns.isEmpty()) {
            return;
        }
        int now = -1;
        for (Node node = scene.getFocusOwner(); node != null; node = node.getParent()) {
            if (columns.contains(node)) {
                now = columns.indexOf(node);
                break;
            }
        }
        Node control = firstControl(columns.get((now + 1) % columns.size()));
        if (control != null) {
            control.requestFocus();
        }
    }

    private static @Nullable Node firstControl(Node column) {
        return below(column)
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .findFirst()
                .orElse(null);
    }

    /** A node and everything visible in it, as it is read. */
    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> below(child).forEach(nodes::add));
        }
        return nodes.stream();
    }
}
