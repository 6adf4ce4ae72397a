package atelier.ui.restoration;

import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A picture of the list: what it looks like, its name, and how it stands. */
final class PictureRow extends ListCell<RestorationEntry> {

    private static final int SIDE = 44;
    private static final int SHARP = 2;

    private final Thumbnails thumbnails;
    private final Texts texts;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label words = new Label();
    private final FontIcon sign = Icons.of("check");
    private final HBox row;
    private @Nullable Path asked;
    private Thumbnails.@Nullable Request request;

    PictureRow(Thumbnails thumbnails, Texts texts) {
        this.thumbnails = thumbnails;
        this.texts = texts;
        picture.setFitWidth(SIDE);
        picture.setFitHeight(SIDE);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("tile");
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        name.setMinWidth(0);
        words.setMinWidth(0);
        VBox both = new VBox(2, name, words);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        row = new HBox(8, frame, both, sign);
        row.setAlignment(Pos.CENTER_LEFT);
        // As wide as the list, so that long names end in dots.
        row.setPrefWidth(0);
        texts.language().subscribe((_, _) -> show(getItem()));
    }

    @Override
    protected void updateItem(@Nullable RestorationEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        show(empty ? null : entry);
    }

    private void show(@Nullable RestorationEntry entry) {
        setGraphic(entry == null ? null : row);
        load(entry == null ? null : entry.source());
        if (entry == null) {
            setAccessibleText("");
            return;
        }
        name.setText(entry.name());
        words.setText(texts.say(entry.words()));
        words.getStyleClass().setAll("label", "small-text", tone(entry.state()));
        sign.setVisible(!entry.state().icon().isEmpty());
        if (sign.isVisible()) {
            sign.setIconLiteral(Icons.literal(entry.state().icon()));
        }
        sign.getStyleClass().setAll("ikonli-font-icon", tone(entry.state()));
        setAccessibleText(entry.name() + ", " + words.getText());
    }

    private static String tone(EntryState state) {
        return state.tone().isEmpty() || state == EntryState.RUNNING ? "quiet" : state.tone();
    }

    private void load(@Nullable Path file) {
        if (Objects.equals(file, asked)) {
            return;
        }
        if (request != null) {
            request.callOff();
            request = null;
        }
        asked = file;
        picture.setImage(null);
        if (file != null) {
            request = thumbnails.ask(file, SHARP * SIDE, SHARP * SIDE, picture::setImage);
        }
    }
}
