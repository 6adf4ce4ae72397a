package atelier.ui.dataset;

import atelier.model.dataset.Finding;
import atelier.ui.component.PictureGrid;
import atelier.ui.picture.Pictures;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
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
final class DatasetTile implements PictureGrid.Tile<DatasetItem> {

    private static final int PIXELS = 272;
    private static final double ROUND = 12;
    private static final double LEFT_OUT = 0.35;

    private final Pictures pictures;
    private final Texts texts;
    private final ImageView picture = new ImageView();
    private final Label wrong = new Label();
    private final Label number = new Label();
    private final StackPane tile = new StackPane(picture, wrong, number);
    private @Nullable Path shown;

    DatasetTile(Pictures pictures, Texts texts) {
        this.pictures = pictures;
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
    public void show(DatasetItem item, boolean chosen) {
        tile.getStyleClass().remove("chosen");
        if (chosen) {
            tile.getStyleClass().add("chosen");
        }
        number.setText("%02d".formatted(item.number()));
        picture.setOpacity(item.leftOut() == null ? 1 : LEFT_OUT);
        showWrong(item);
        tile.setAccessibleText(item.name() + ' ' + wrong.getText());
        if (!item.file().equals(shown)) {
            shown = item.file();
            picture.setImage(null);
            pictures.square(
                    item.file(),
                    PIXELS,
                    image -> {
                        // The tile may show another picture by now.
                        if (item.file().equals(shown)) {
                            picture.setImage(image);
                        }
                    });
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
