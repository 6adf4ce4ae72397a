package atelier.ui.dataset;

import atelier.model.dataset.Finding;
import atelier.ui.component.ImageGrid;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A picture in the grid, with what is wrong at its upper left and its number at its lower right.
 */
final class DatasetTile implements ImageGrid.Cell<DatasetItem> {

    private static final int PIXELS = 272;
    private static final double ROUND = 12;
    private static final double LEFT_OUT = 0.35;

    private final Thumbnails thumbnails;
    private final Texts texts;
    private final ImageView picture = new ImageView();
    private final Label wrong = new Label();
    private final Label number = new Label();
    private final StackPane tile = new StackPane(picture, wrong, number);
    private @Nullable Path shown;
    private Thumbnails.@Nullable Request request;

    DatasetTile(Thumbnails thumbnails, Texts texts) {
        this.thumbnails = thumbnails;
        this.texts = texts;
        tile.getStyleClass().add("tile");
        tile.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.fitWidthProperty().bind(tile.minWidthProperty());
        picture.fitHeightProperty().bind(tile.minHeightProperty());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(tile.minWidthProperty());
        clip.heightProperty().bind(tile.minHeightProperty());
        clip.setArcWidth(ROUND);
        clip.setArcHeight(ROUND);
        picture.setClip(clip);
        wrong.getStyleClass().add("badge");
        number.getStyleClass().add("badge");
        StackPane.setAlignment(wrong, Pos.TOP_LEFT);
        StackPane.setAlignment(number, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(wrong, new Insets(4));
        StackPane.setMargin(number, new Insets(4));
    }

    @Override
    public Region node() {
        return tile;
    }

    @Override
    public void show(@Nullable DatasetItem item, boolean chosen, double width, double height) {
        load(item == null ? null : item.file());
        if (item == null) {
            return;
        }
        tile.getStyleClass().remove("chosen");
        if (chosen) {
            tile.getStyleClass().add("chosen");
        }
        number.setText("%02d".formatted(item.number()));
        picture.setOpacity(item.leftOut() == null ? 1 : LEFT_OUT);
        showWrong(item);
        tile.setAccessibleText(item.name() + ' ' + wrong.getText());
    }

    private void load(@Nullable Path file) {
        if (Objects.equals(file, shown)) {
            return;
        }
        if (request != null) {
            request.callOff();
            request = null;
        }
        picture.setImage(null);
        shown = file;
        if (file != null) {
            request = thumbnails.ask(file, PIXELS, PIXELS, picture::setImage);
        }
    }

    private void showWrong(DatasetItem item) {
        wrong.getStyleClass().removeAll("warn", "bad");
        if (item.leftOut() != null) {
            wrong(FindingPhrases.badge(item.leftOut()), "copy", "bad");
        } else if (item.report() != null && !item.report().findings().isEmpty()) {
            Finding worst = item.report().findings().getFirst();
            wrong(FindingPhrases.badge(worst), FindingPhrases.icon(worst), "warn");
        } else {
            wrong.setText("");
            wrong.setVisible(false);
        }
    }

    private void wrong(Phrase words, String icon, String tone) {
        wrong.setText(texts.say(words));
        wrong.setGraphic(Icons.of(icon));
        wrong.getStyleClass().add(tone);
        wrong.setVisible(true);
    }
}
