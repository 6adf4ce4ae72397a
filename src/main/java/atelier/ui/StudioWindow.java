package atelier.ui;

import atelier.ui.shell.Place;
import atelier.ui.shell.WindowMemory;
import atelier.ui.shell.WindowState;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window itself: where it stands, and what happens when it is closed. */
public final class StudioWindow {

    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 680;
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Studio studio;
    private final WindowMemory memory;
    private final Runnable closed;

    /**
     * @param memory how it stood before
     * @param closed done when it is closed
     */
    public StudioWindow(Studio studio, WindowMemory memory, Runnable closed) {
        this.studio = studio;
        this.memory = memory;
        this.closed = closed;
    }

    /** Shows it. On the JavaFX thread. */
    public void show(Stage stage) {
        stage.setTitle("Atelier");
        stage.getIcons()
                .add(
                        new Image(
                                Objects.requireNonNull(
                                                StudioWindow.class.getResource("theme/icon.png"))
                                        .toExternalForm(),
                                true));
        stage.setScene(studio.scene(WIDTH, HEIGHT));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        memory.recall().ifPresentOrElse(state -> restore(stage, state), stage::sizeToScene);
        stage.setOnHidden(_ -> {
            memory.keep(state(stage));
            closed.run();
        });
        studio.shell().place().subscribe((_, _) -> memory.keep(state(stage)));
        stage.show();
    }

    private void restore(Stage stage, WindowState state) {
        Place place = state.place();
        studio.shell().go(place);
        boolean visible =
                !Screen.getScreensForRectangle(
                                new Rectangle2D(
                                        state.x(), state.y(), state.width(), state.height()))
                        .isEmpty();
        // A screen that is not there any more would leave the window where nobody finds it.
        if (visible) {
            stage.setX(state.x());
            stage.setY(state.y());
            stage.setWidth(state.width());
            stage.setHeight(state.height());
        }
        stage.setMaximized(state.maximized());
    }

    private WindowState state(Stage stage) {
        return new WindowState(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized(),
                studio.shell().place().get());
    }
}
