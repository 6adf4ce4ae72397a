package atelier.ui.review;

import atelier.ui.component.SplitEdge;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Two pictures at the same place: one left of an edge that is moved, the other right of it. */
final class CurtainView extends Region {

    private final PicturePane below;
    private final PicturePane above;
    private final Rectangle clip = new Rectangle();
    private final SplitEdge edge = new SplitEdge();

    /**
     * @param above seen left of the edge
     * @param below seen right of it
     */
    CurtainView(PicturePane above, PicturePane below) {
        this.above = above;
        this.below = below;
        above.setClip(clip);
        below.putNameRight();
        edge.handle().setAccessibleRole(AccessibleRole.THUMB);
        edge.handle().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        getChildren().addAll(below, above);
        getChildren().addAll(edge.nodes());
    }

    private void dragged(MouseEvent event) {
        double[] frame = below.frame();
        double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        edge.move((x - frame[0]) / Math.max(1, frame[2]));
        requestLayout();
        event.consume();
    }

    /** Moves the edge by a share of the width. */
    void move(double by) {
        edge.move(edge.share() + by);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        below.resizeRelocate(0, 0, getWidth(), getHeight());
        above.resizeRelocate(0, 0, getWidth(), getHeight());
        double[] frame = below.frame();
        double x = Math.round(frame[0] + frame[2] * edge.share());
        clip.setWidth(Math.max(0, x));
        clip.setHeight(getHeight());
        edge.lay(x, frame[1], frame[1] + frame[3], frame[1] + frame[3] / 2);
    }
}
