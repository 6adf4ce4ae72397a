package atelier.ui.component;

import atelier.ui.theme.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;

/**
 * The edge between two pictures at the same place: a line with a handle, at a share of the width.
 */
public final class SplitEdge {

    private static final double HANDLE = 36;
    private static final double MIDDLE = 0.5;

    private final Line line = new Line();
    private final StackPane handle = new StackPane(Icons.of("code"));
    private double share = MIDDLE;

    /** In the middle. */
    public SplitEdge() {
        line.getStyleClass().add("split-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
        handle.getStyleClass().add("split-handle");
        handle.setAlignment(Pos.CENTER);
        handle.setCursor(Cursor.H_RESIZE);
    }

    /** What is laid over the pictures, the handle last. */
    public List<Node> nodes() {
        return List.of(line, handle);
    }

    /** What is dragged. */
    public Node handle() {
        return handle;
    }

    /** Where it is, from 0 at the left to 1. */
    public double share() {
        return share;
    }

    /** Moves it there, as far as the pictures go. */
    public void move(double to) {
        share = Math.clamp(to, 0, 1);
    }

    /** Moves it to the middle. */
    public void centre() {
        share = MIDDLE;
    }

    /** Whether it can be seen. */
    public void show(boolean visible) {
        line.setVisible(visible);
        handle.setVisible(visible);
    }

    /**
     * Lays it over the pictures.
     *
     * @param x where the edge is
     * @param top of the pictures
     * @param bottom of the pictures
     * @param middle of the handle
     */
    public void lay(double x, double top, double bottom, double middle) {
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(top);
        line.setEndY(bottom);
        handle.resizeRelocate(x - HANDLE / 2, middle - HANDLE / 2, HANDLE, HANDLE);
    }
}
