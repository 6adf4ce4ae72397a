package atelier.ui.component;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A veil over the window with one thing on it; Escape or a click beside it takes both away, and the
 * focus goes back to where it was.
 */
public final class Overlay extends StackPane {

    private @Nullable Node focusBefore;
    private Runnable closing = () -> {};
    private @Nullable Node first;
    private boolean held;

    /** Not shown. */
    public Overlay() {
        getStyleClass().add("veil");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setOnMousePressed(event -> {
            if (event.getTarget() == this && !held) {
                close();
            }
        });
        // By the scene, as the focus may get lost when what had it is taken away.
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
                        scene.focusOwnerProperty().subscribe(this::keepFocus);
                    }
                });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isVisible() && !held) {
            close();
            event.consume();
        }
    }

    /** What is behind the veil is not reached by the keyboard either. */
    private void keepFocus(@Nullable Node owner) {
        if (isVisible() && owner != null && !isInside(owner) && first != null) {
            first.requestFocus();
        }
    }

    private boolean isInside(Node node) {
        Node now = node;
        while (now != null && now != this) {
            now = now.getParent();
        }
        return now == this;
    }

    /**
     * Shows something, in place of what was shown; nothing while that is held.
     *
     * @param focus what gets the focus
     * @param onClosing done when it is taken away
     */
    public void show(Node content, Node focus, Runnable onClosing) {
        if (held) {
            return;
        }
        close();
        if (getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        closing = onClosing;
        first = focus;
        getChildren().setAll(content);
        setVisible(true);
        focus.requestFocus();
    }

    /** Keeps what is shown until {@link #close}: neither Escape nor a click takes it away. */
    public void hold() {
        held = true;
    }

    /** Takes away what is shown, if anything is. */
    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        held = false;
        first = null;
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        Runnable after = closing;
        closing = () -> {};
        after.run();
    }
}
