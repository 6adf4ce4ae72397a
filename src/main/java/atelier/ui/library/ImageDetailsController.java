package atelier.ui.library;

import atelier.model.library.CharacterRecord;
import atelier.model.library.ImageField;
import atelier.model.library.ImageRecord;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The right column of the images: the chosen one, how it was made, what its owner thinks of it. */
public final class ImageDetailsController {

    private static final int LARGEST = 344;

    private final LibraryModel model;
    private final ImagesModel images;
    private final LibraryWays ways;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final Moments moments;
    private final ChangeList changes;

    @FXML private VBox content;
    @FXML private ImageView picture;
    @FXML private ToggleButton like;
    @FXML private ToggleButton dislike;
    @FXML private ToggleButton star;
    @FXML private StarButtons stars;
    @FXML private MenuButton pick;
    @FXML private Button take;
    @FXML private Button restore;
    @FXML private Button files;
    @FXML private Button remove;
    @FXML private Label prompt;
    @FXML private TextField tags;
    @FXML private TextArea comment;
    @FXML private GridPane facts;
    @FXML private VBox history;
    private @Nullable SavedField savedTags;
    private @Nullable SavedField savedComment;

    /**
     * @param ways where one goes on with it
     */
    public ImageDetailsController(
            LibraryModel model,
            LibraryWays ways,
            Texts texts,
            Thumbnails thumbnails,
            Moments moments) {
        this.model = model;
        this.images = model.images();
        this.ways = ways;
        this.texts = texts;
        this.thumbnails = thumbnails;
        this.moments = moments;
        this.changes = new ChangeList(texts, moments, model::takeBack);
    }

    @FXML
    void initialize() {
        savedTags = new SavedField(tags, model.drafts(), "image-tags");
        savedTags.watch(value -> images.set(ImageField.TAGS, value));
        savedComment = new SavedField(comment, model.drafts(), "image-comment");
        savedComment.watch(value -> images.set(ImageField.COMMENT, value));
        stars.begin(texts, images::rate);
        pick.setOnShowing(_ -> showCharacters());
        like.setOnAction(_ -> images.mark(1));
        dislike.setOnAction(_ -> images.mark(-1));
        star.setOnAction(_ -> images.star());
        remove.setOnAction(_ -> images.remove());
        ShownThings<ImageRecord> things = images.things();
        restore.setOnAction(_ -> things.withChosen(image -> ways.restore(images.path(image))));
        take.setOnAction(_ -> things.withChosen(image -> ways.takeSettings(images.path(image))));
        files.setOnAction(_ -> things.withChosen(image -> ways.showInFiles(images.path(image))));
        DetailsFeed.feed(things, model.details(), texts, this::show, this::showHistory);
    }

    private void showCharacters() {
        pick.getItems()
                .setAll(
                        model.characters().current().stream()
                                .map(CharacterItem::record)
                                .map(this::character)
                                .toList());
    }

    private MenuItem character(CharacterRecord character) {
        MenuItem item = new MenuItem(character.name());
        item.setOnAction(_ -> images.pick(character));
        return item;
    }

    private void show(@Nullable ImageRecord image) {
        content.setVisible(image != null);
        if (image == null) {
            picture.setImage(null);
            return;
        }
        thumbnails.askWhole(
                images.path(image),
                LARGEST,
                shown -> {
                    if (image.equals(images.things().chosen().get())) {
                        picture.setImage(shown);
                    }
                });
        like.setSelected(image.marks().liked() > 0);
        dislike.setSelected(image.marks().liked() < 0);
        star.setSelected(image.marks().favourite());
        stars.show(image.marks().stars());
        pick.setDisable(model.characters().current().isEmpty());
        prompt.setText(
                image.prompt().isBlank() ? texts.say("library.no-settings") : image.prompt());
        take.setDisable(image.prompt().isBlank());
        if (savedTags != null) {
            savedTags.show(image.file(), image.marks().value(ImageField.TAGS));
        }
        if (savedComment != null) {
            savedComment.show(image.file(), image.marks().comment());
        }
        Facts lines = new Facts(facts, texts);
        lines.add("negative", image.negative());
        lines.add("seed", image.seed());
        lines.add("model", image.model());
        lines.add("adapters", image.adapters());
        if (image.width() > 0) {
            lines.add(
                    "pixels",
                    texts.say("dataset.size-of", "" + image.width(), "" + image.height()));
        }
        lines.add("made", moments.say(image.made()));
        lines.add("file", image.file());
    }

    private void showHistory(Details details) {
        ImageRecord image = images.things().chosen().get();
        if (image != null && details.item().equals(image.file())) {
            changes.show(history, details.history());
        } else {
            history.getChildren().clear();
        }
    }
}
