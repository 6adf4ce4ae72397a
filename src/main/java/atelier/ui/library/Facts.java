package atelier.ui.library;

import atelier.ui.text.Texts;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What is known of a thing, line by line: what it is called, and what it is. */
final class Facts {

    private final GridPane grid;
    private final Texts texts;

    /** Writes into that grid, which is emptied. */
    Facts(GridPane grid, Texts texts) {
        this.grid = grid;
        this.texts = texts;
        grid.getChildren().clear();
    }

    /** Adds words; nothing where there are none. */
    void add(String id, String value) {
        if (!value.isBlank()) {
            Label words = new Label(value);
            words.setId("fact-" + id);
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            add(id, words);
        }
    }

    /** Adds something that is shown. */
    void add(String id, Node value) {
        Label what = new Label(texts.say("library.fact-" + id));
        what.getStyleClass().addAll("quiet", "small-text");
        what.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(what, VPos.TOP);
        grid.addRow(grid.getRowCount(), what, value);
    }
}
