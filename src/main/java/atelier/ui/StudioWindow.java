package atelier.ui;

import atelier.model.settings.WindowState;
import atelier.ui.shell.ClosingModel;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window itself: where it stands, and what happens when it is closed. */
public final class StudioWindow {

    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 680;

    private final Studio studio;
    private final KeptSettings kept;
    private final Runnable closed;

    /**
     * @param closed done when it is closed
     */
    public StudioWindow(Studio studio, Runnable closed) {
        this.studio = studio;
        this.kept = studio.kept();
        this.closed = closed;
    }

    /** Shows it. On the JavaFX thread. */
    public void show(Stage stage) {
        WindowState state = kept.window();
        stage.setTitle("Atelier");
        stage.getIcons()
                .add(
                        new Image(
                                Objects.requireNonNull(
                                                StudioWindow.class.getResource("theme/icon.png"))
                                        .toExternalForm(),
                                true));
        stage.setScene(studio.scene(state.width(), state.height()));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (isOnAScreen(state)) {
            stage.setX(state.x());
            stage.setY(state.y());
            stage.setWidth(state.width());
            stage.setHeight(state.height());
        }
        stage.setMaximized(state.maximized());
        stage.setOnCloseRequest(event -> {
            event.consume();
            studio.closing().ask();
        });
        studio.closing()
                .state()
                .subscribe(now -> {
                    if (now == ClosingModel.State.CLOSED) {
                        stage.hide();
                    }
                });
        stage.setOnHidden(_ -> {
            keep(stage);
            studio.finish();
            closed.run();
        });
        stage.show();
    }

    /** A screen that is not there any more would leave the window where nobody finds it. */
    private static boolean isOnAScreen(WindowState state) {
        return !Double.isNaN(state.x())
                && !Screen.getScreensForRectangle(
                                new Rectangle2D(
                                        state.x(), state.y(), state.width(), state.height()))
                        .isEmpty();
    }

    private void keep(Stage stage) {
        boolean whole = stage.isMaximized();
        kept.window(before ->
                new WindowState(
                        whole ? before.x() : stage.getX(),
                        whole ? before.y() : stage.getY(),
                        whole ? before.width() : stage.getWidth(),
                        whole ? before.height() : stage.getHeight(),
                        whole,
                        before.panel(),
                        before.layout()));
    }
}
