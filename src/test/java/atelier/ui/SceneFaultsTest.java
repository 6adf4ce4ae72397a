package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.ui.work.Toolkit;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The search for faults finds each kind, and none where there is none. */
@ExtendWith(ApplicationExtension.class)
class SceneFaultsTest {

    private static List<String> faults(Parent content, Function<Parent, List<String>> search) {
        return Toolkit.call(() -> {
            StackPane root = new StackPane(content);
            root.setStyle("-fx-background-color: white;");
            new Scene(root, 300, 100);
            root.applyCss();
            root.layout();
            return search.apply(root);
        });
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setStyle(style);
        return label;
    }

    @Test
    void wordsCutOffAreFound() {
        Label narrow = label("A long line of words", "-fx-text-fill: black;");
        narrow.setMaxWidth(40);
        assertThat(faults(new HBox(narrow), SceneFaults::cutOff))
                .singleElement()
                .asString()
                .contains("shortened")
                .contains("A long line of words");
        assertThat(faults(new HBox(label("Fits", "")), SceneFaults::cutOff)).isEmpty();
    }

    @Test
    void wordsOutsideAreFound() {
        Label far = label("Far", "");
        far.setTranslateX(500);
        assertThat(faults(new Pane(far), SceneFaults::cutOff))
                .singleElement()
                .asString()
                .contains("outside");
    }

    @Test
    void paleWordsAreFound() {
        assertThat(faults(new HBox(label("Pale", "-fx-text-fill: #8b949e;")), SceneFaults::tooPale))
                .singleElement()
                .asString()
                .contains("Pale");
        assertThat(faults(new HBox(label("Dark", "-fx-text-fill: #57606a;")), SceneFaults::tooPale))
                .isEmpty();
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertThat(Contrast.between(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
        assertThat(Contrast.between(Color.web("#767676"), Color.WHITE))
                .isCloseTo(4.54, within(0.01));
        assertThat(Contrast.over(Color.color(0, 0, 0, 0.5), Color.WHITE))
                .isEqualTo(Color.color(0.5, 0.5, 0.5));
    }
}
