package atelier.ui.review;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;

/** Shows what can be taken into a comparison, each with a box to tick. */
final class PickList {

    private PickList() {}

    /** Fills a box with a line for each. */
    static <T> void show(VBox box, List<Pick<T>> picks, Function<Pick<T>, String> words) {
        List<Node> lines =
                picks.stream()
                        .<Node>map(pick -> {
                            CheckBox line = new CheckBox(words.apply(pick));
                            line.selectedProperty().bindBidirectional(pick.on());
                            line.setWrapText(true);
                            line.setMaxWidth(Double.MAX_VALUE);
                            return line;
                        })
                        .toList();
        box.getChildren().setAll(lines);
    }

    /** Fills a menu with a line for each; the button names those that are taken. */
    static <T> void show(
            MenuButton button, List<Pick<T>> picks, Function<Pick<T>, String> words, String none) {
        button.getItems()
                .setAll(
                        picks.stream()
                                .map(pick -> {
                                    CheckMenuItem item = new CheckMenuItem(words.apply(pick));
                                    item.selectedProperty().bindBidirectional(pick.on());
                                    return item;
                                })
                                .toList());
        List<String> taken = picks.stream().filter(pick -> pick.on().get()).map(words).toList();
        button.setText(taken.isEmpty() ? none : String.join(", ", taken));
    }
}
