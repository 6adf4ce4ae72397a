package atelier.ui.library;

import atelier.model.library.AuditRow;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A change of the library: what, when and by whom, with the way back. */
final class ChangeRow extends HBox {

    /**
     * @param undo takes it back
     */
    ChangeRow(AuditRow row, Texts texts, Moments moments, Consumer<AuditRow> undo) {
        super(10);
        getStyleClass().add("change-row");
        Label title = new Label(texts.say(ChangePhrases.title(row)));
        Label values = line(texts.say(ChangePhrases.values(row)));
        Label when = line(texts.say("history.when", moments.say(row.when()), row.who()));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        values.setManaged(!values.getText().isEmpty());
        when.setTooltip(new Tooltip(row.why()));
        VBox words = new VBox(1, title, values, when);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label icon = new Label("", Icons.of(ChangePhrases.icon(row)));
        icon.getStyleClass().add("quiet");
        getChildren().addAll(icon, words);
        if (ChangePhrases.canBeTakenBack(row)) {
            Button back = new Button(texts.say("common.undo"));
            back.getStyleClass().addAll("link", "small");
            back.setAccessibleText(texts.say("history.undo", title.getText()));
            back.setMinWidth(USE_PREF_SIZE);
            back.setOnAction(_ -> undo.accept(row));
            getChildren().add(back);
        } else if (row.undone()) {
            getChildren().add(line(texts.say("history.undone")));
        }
    }

    private static Label line(String words) {
        Label line = new Label(words);
        line.getStyleClass().addAll("quiet", "small-text");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
