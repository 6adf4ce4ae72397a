package atelier.ui.review;

import atelier.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** Two pictures at the same place: one left of an edge that is moved, the other right of it. */
final class CurtainView extends Region {

    private static final double HANDLE = 36;
    private static final double HALF = 0.5;

    private final PicturePane below;
    private final PicturePane above;
    private final Rectangle clip = new Rectangle();
    private final Line edge = new Line();
    private final StackPane handle = new StackPane(Icons.of("code"));
    private double share = HALF;

    /**
     * @param above seen left of the edge
     * @param below seen right of it
     */
    CurtainView(PicturePane above, PicturePane below) {
        this.above = above;
        this.below = below;
        above.setClip(clip);
        below.putNameRight();
        edge.getStyleClass().add("curtain-edge");
        edge.setManaged(false);
        handle.getStyleClass().add("curtain-handle");
        handle.setAlignment(Pos.CENTER);
        handle.setCursor(Cursor.H_RESIZE);
        handle.setAccessibleRole(AccessibleRole.THUMB);
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        getChildren().addAll(below, above, edge, handle);
    }

    private void dragged(MouseEvent event) {
        double[] frame = below.frame();
        double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        share = Math.clamp((x - frame[0]) / Math.max(1, frame[2]), 0, 1);
        requestLayout();
        event.consume();
    }

    /** Moves the edge by a share of the width. */
    void move(double by) {
        share = Math.clamp(share + by, 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        below.resizeRelocate(0, 0, getWidth(), getHeight());
        above.resizeRelocate(0, 0, getWidth(), getHeight());
        double[] frame = below.frame();
        double x = Math.round(frame[0] + frame[2] * share);
        clip.setWidth(Math.max(0, x));
        clip.setHeight(getHeight());
        edge.setStartX(x);
        edge.setEndX(x);
        edge.setStartY(frame[1]);
        edge.setEndY(frame[1] + frame[3]);
        handle.resizeRelocate(x - HANDLE / 2, frame[1] + frame[3] / 2 - HANDLE / 2, HANDLE, HANDLE);
    }
}
