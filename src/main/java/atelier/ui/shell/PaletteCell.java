package atelier.ui.shell;

import atelier.ui.component.KeyCap;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws a line of the palette. */
final class PaletteCell extends ListCell<PaletteRow> {

    private final Texts texts;

    PaletteCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        Node graphic =
                switch (row) {
                    case null -> null;
                    case PaletteRow.Heading heading -> heading(heading.group());
                    case PaletteRow.Hit hit -> hit(hit.command());
                };
        setGraphic(empty ? null : graphic);
        setMouseTransparent(empty || row instanceof PaletteRow.Heading);
    }

    private Label heading(Command.Group group) {
        Label label = new Label(texts.say("palette." + group.name().toLowerCase(Locale.ROOT)));
        label.getStyleClass().add("heading");
        return label;
    }

    private HBox hit(Command command) {
        Label title = new Label(texts.say(command.title()));
        title.getStyleClass().add("value");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(12, Icons.of(command.icon()), title);
        line.setAlignment(Pos.CENTER_LEFT);
        if (command.detail() != null) {
            Label detail = new Label(texts.say(command.detail()));
            detail.getStyleClass().add("quiet");
            line.getChildren().add(detail);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getChildren().add(space);
        if (command.keys() != null) {
            line.getChildren().add(KeyCap.of(command.keys()));
        }
        return line;
    }
}
