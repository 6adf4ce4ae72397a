package atelier.ui.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * Nodes of one kind that one drawing leaves to the next, as new ones would be styled anew each
 * time.
 *
 * @param <N> what they are
 */
final class Kept<N extends Node> {

    private final ObservableList<Node> parent;
    private final Supplier<N> maker;
    private final List<N> nodes = new ArrayList<>();
    private int used;

    /**
     * @param parent takes them, and nothing else
     * @param maker makes a further one
     */
    Kept(ObservableList<Node> parent, Supplier<N> maker) {
        this.parent = parent;
        this.maker = maker;
    }

    /** A drawing begins. */
    void begin() {
        used = 0;
    }

    /** The next node, of those style classes. */
    N next(String... styles) {
        if (used == nodes.size()) {
            N made = maker.get();
            made.setManaged(false);
            nodes.add(made);
        }
        N node = nodes.get(used++);
        if (!node.getStyleClass().equals(List.of(styles))) {
            node.getStyleClass().setAll(styles);
        }
        return node;
    }

    /**
     * The drawing is over: those it did not use are not shown.
     *
     * @return whether there are others in sight than before
     */
    boolean end() {
        List<N> shown = nodes.subList(0, used);
        boolean changed = !parent.equals(shown);
        if (changed) {
            parent.setAll(shown);
        }
        return changed;
    }
}
