package atelier.ui.review;

import java.util.function.Supplier;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Zooms a picture with the wheel and two fingers, and drags what is seen of it. */
final class ZoomGestures {

    private static final double NOTCH = 1.2;

    private final Region node;
    private final Zoom zoom;
    private final Supplier<@Nullable Object> picture;
    private final boolean wheelAlone;
    private double lastX;
    private double lastY;

    private ZoomGestures(
            Region node, Zoom zoom, Supplier<@Nullable Object> picture, boolean wheelAlone) {
        this.node = node;
        this.zoom = zoom;
        this.picture = picture;
        this.wheelAlone = wheelAlone;
    }

    /**
     * Listens to a node.
     *
     * @param picture what it shows now; null for nothing
     * @param wheelAlone whether the wheel zooms also where Ctrl is not held
     */
    static void on(Region node, Zoom zoom, Supplier<@Nullable Object> picture, boolean wheelAlone) {
        ZoomGestures gestures = new ZoomGestures(node, zoom, picture, wheelAlone);
        node.addEventHandler(ScrollEvent.SCROLL, gestures::scrolled);
        node.addEventHandler(ZoomEvent.ZOOM, gestures::zoomed);
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::pressed);
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::dragged);
    }

    private void scrolled(ScrollEvent event) {
        if ((wheelAlone || event.isShortcutDown()) && event.getDeltaY() != 0) {
            by(event.getX(), event.getY(), event.getDeltaY() > 0 ? NOTCH : 1 / NOTCH);
            event.consume();
        }
    }

    private void zoomed(ZoomEvent event) {
        by(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }

    private void by(double x, double y, double factor) {
        Object shown = picture.get();
        if (shown != null && node.getWidth() > 0 && node.getHeight() > 0) {
            zoom.by(shown, x / node.getWidth(), y / node.getHeight(), factor);
        }
    }

    private void pressed(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void dragged(MouseEvent event) {
        Object shown = picture.get();
        if (shown == null || event.getButton() != MouseButton.PRIMARY || zoom.isWhole()) {
            return;
        }
        zoom.pan(
                shown,
                (lastX - event.getX()) / node.getWidth(),
                (lastY - event.getY()) / node.getHeight());
        pressed(event);
        event.consume();
    }
}
