package atelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window's content is shown larger, as far as there is room. */
@ExtendWith(ApplicationExtension.class)
class MagnifierTest {

    private Button button;
    private ComboBox<String> box;
    private StackPane content;
    private Magnifier magnifier;

    /** The window has room for 125 percent. */
    @Start
    void start(Stage stage) {
        button = new Button("press");
        box = new ComboBox<>();
        box.getItems().setAll("one", "two");
        box.setTranslateY(80);
        content = new StackPane(button, box);
        magnifier = new Magnifier(content);
        stage.setScene(new Scene(magnifier, 1280, 850));
        stage.show();
    }

    private void scale(FxRobot robot, int percent) {
        robot.interact(() -> {
            magnifier.percent().set(percent);
            magnifier.layout();
        });
    }

    private double widthOfButton() {
        return button.localToScene(button.getBoundsInLocal()).getWidth();
    }

    @Test
    void everythingIsLargerAndStillFillsTheWindow(FxRobot robot) {
        double before = widthOfButton();
        scale(robot, 120);
        assertThat(magnifier.factor().get()).isEqualTo(1.2);
        assertThat(widthOfButton() / before).isBetween(1.17, 1.23);
        assertThat(content.getWidth()).isBetween(1280 / 1.2 - 1, 1280 / 1.2 + 1);
        scale(robot, 100);
        assertThat(widthOfButton()).isEqualTo(before);
        assertThat(content.getWidth()).isEqualTo(1280);
    }

    @Test
    void itIsNeverSoLargeThatLessFitsThanInTheSmallestWindow(FxRobot robot) {
        scale(robot, 200);
        assertThat(magnifier.factor().get()).isEqualTo(1.25);
        assertThat(content.getWidth()).isBetween(1023.0, 1025.0);
        assertThat(content.getHeight()).isBetween(679.0, 681.0);
    }

    @Test
    void menusAreAsLargeAsTheRest(FxRobot robot) {
        scale(robot, 120);
        robot.interact(box::show);
        WaitForAsyncUtils.waitForFxEvents();
        Node list =
                Window.getWindows().stream()
                        .filter(PopupWindow.class::isInstance)
                        .map(window -> window.getScene().getRoot())
                        .flatMap(root -> root.getChildrenUnmodifiable().stream())
                        .findFirst()
                        .orElseThrow();
        assertThat(list.getLocalToSceneTransform().getMxx()).isEqualTo(1.2);
        robot.interact(box::hide);
    }
}
