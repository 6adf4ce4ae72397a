package atelier.ui.shell;

import atelier.ui.component.KeyCap;
import atelier.ui.text.Texts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What a command does, and its keys at the right. */
public final class ShortcutRow extends HBox {

    /** Of that command, which has keys. */
    public ShortcutRow(Texts texts, Command command) {
        super(12);
        Label words = new Label(texts.say(command.title()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(words, space);
        if (command.keys() != null) {
            getChildren().add(KeyCap.of(command.keys()));
        }
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(5, 12, 5, 0));
    }
}
