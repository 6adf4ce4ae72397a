package atelier.ui.shell;

import atelier.ui.text.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Lists what the keys do here. */
final class ShortcutSheet extends VBox {

    private static final double WIDTH = 480;
    private static final double TALLEST = 560;

    private final ScrollPane scroll;

    ShortcutSheet(Texts texts, List<Command> commands) {
        setId("shortcuts");
        getStyleClass().add("floating");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPadding(new Insets(20));
        setSpacing(12);
        Label title = new Label(texts.say("shortcuts.title"));
        title.getStyleClass().add("title");
        VBox rows = new VBox();
        commands.stream()
                .filter(command -> command.keys() != null)
                .forEach(command -> rows.getChildren().add(new ShortcutRow(texts, command)));
        scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        getChildren().addAll(title, scroll);
    }

    /** What gets the focus, so that keys can scroll. */
    ScrollPane scroll() {
        return scroll;
    }
}
