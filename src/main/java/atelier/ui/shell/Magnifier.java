package atelier.ui.shell;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Shows the window's content larger, menus and hints included, but never so large that less of it
 * would fit in than in the smallest window.
 */
public final class Magnifier extends Pane {

    /** The least room that the content needs, in its own pixels. */
    static final double LEAST_WIDTH = 1024;

    /** The same, downwards. */
    static final double LEAST_HEIGHT = 680;

    private final Parent content;
    private final Scale scale = new Scale();
    private final IntegerProperty percent = new SimpleIntegerProperty(100);
    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);

    // Held here, as the list of windows keeps no hold of it.
    private final ListChangeListener<Window> opened = this::opened;

    /** Of that content. */
    public Magnifier(Parent content) {
        this.content = content;
        getChildren().add(content);
        content.getTransforms().add(scale);
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        percent.subscribe(this::requestLayout);
        Window.getWindows().addListener(new WeakListChangeListener<>(opened));
    }

    @Override
    protected void layoutChildren() {
        double most = Math.min(getWidth() / LEAST_WIDTH, getHeight() / LEAST_HEIGHT);
        factor.set(Math.max(1, Math.min(percent.get() / 100.0, most)));
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (Window window : change.getAddedSubList()) {
                if (window instanceof PopupWindow popup && isOurs(popup)) {
                    popup.getScene().getRoot().getChildrenUnmodifiable().forEach(this::enlarge);
                }
            }
        }
    }

    /** A menu may be opened by another. */
    private boolean isOurs(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow other) {
            owner = other.getOwnerWindow();
        }
        return getScene() != null && owner != null && owner.equals(getScene().getWindow());
    }

    private void enlarge(Node popup) {
        if (!popup.getTransforms().contains(scale)) {
            popup.getTransforms().add(scale);
        }
    }

    /** How large it is to be, in percent of the system's size. */
    public IntegerProperty percent() {
        return percent;
    }

    /** How large it is: 1 for the system's size. */
    public ReadOnlyDoubleProperty factor() {
        return factor.getReadOnlyProperty();
    }
}
