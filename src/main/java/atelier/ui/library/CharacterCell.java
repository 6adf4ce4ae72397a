package atelier.ui.library;

import atelier.model.library.CharacterState;
import atelier.ui.component.ImageGrid;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A character as a card: its first picture, its name, how many pictures it has, its state. */
final class CharacterCell implements ImageGrid.Cell<CharacterItem> {

    /** What stands below the picture takes that much. */
    static final double WORDS = 86;

    private static final double RADIUS = 14;

    private final Thumbnails thumbnails;
    private final Texts texts;
    private final StackPane cell = new StackPane();
    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final StackPane picture = new StackPane(view);
    private final Label star = new Label("", Icons.of("star"));
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label state = new Label();
    private Thumbnails.@Nullable Request request;
    private @Nullable String shown;

    CharacterCell(Thumbnails thumbnails, Texts texts) {
        this.thumbnails = thumbnails;
        this.texts = texts;
        cell.getStyleClass().add("character-card");
        picture.getStyleClass().add("character-picture");
        name.getStyleClass().add("name");
        count.getStyleClass().addAll("quiet", "small-text");
        star.getStyleClass().addAll("badge", "icon-badge", "warn");
        clip.setArcWidth(RADIUS);
        clip.setArcHeight(RADIUS);
        view.setClip(clip);
        StackPane.setAlignment(star, Pos.TOP_RIGHT);
        StackPane.setMargin(star, new Insets(6));
        picture.getChildren().add(star);
        VBox words = new VBox(2, name, count, state);
        words.setPadding(new Insets(6, 10, 8, 10));
        VBox.setMargin(state, new Insets(4, 0, 0, 0));
        VBox card = new VBox(picture, words);
        card.setMaxWidth(Double.MAX_VALUE);
        cell.getChildren().add(card);
    }

    @Override
    public Region node() {
        return cell;
    }

    @Override
    public void show(@Nullable CharacterItem item, boolean chosen, double width, double height) {
        cell.getStyleClass().remove("chosen");
        if (chosen) {
            cell.getStyleClass().add("chosen");
        }
        showPicture(item, width - 2, height - WORDS - 2);
        if (item == null) {
            return;
        }
        CharacterState now = item.record().state();
        name.setText(item.record().name());
        count.setText(texts.say("library.pictures", item.pictures().size()));
        Chips.show(state, now, texts);
        star.setVisible(item.record().favourite());
        cell.setAccessibleText(
                texts.say("library.card", name.getText(), state.getText(), count.getText()));
    }

    private void showPicture(@Nullable CharacterItem item, double width, double height) {
        picture.setMinSize(width, height);
        picture.setMaxSize(width, height);
        String key =
                item == null || item.pictures().isEmpty()
                        ? null
                        : item.pictures().getFirst() + "@" + (int) width;
        if (key != null && key.equals(shown)) {
            return;
        }
        if (request != null) {
            request.callOff();
            request = null;
        }
        view.setImage(null);
        shown = key;
        if (item != null && key != null) {
            clip.setWidth(width);
            clip.setHeight(height + RADIUS);
            request =
                    thumbnails.ask(
                            item.pictures().getFirst(), (int) width, (int) height, this::loaded);
        }
    }

    private void loaded(@Nullable Image image) {
        view.setImage(image);
    }
}
