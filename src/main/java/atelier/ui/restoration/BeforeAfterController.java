package atelier.ui.restoration;

import atelier.model.restoration.RestoredPicture;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The middle: the picture before and after, and its faces. */
public final class BeforeAfterController {

    private static final int LONGEST = 1600;

    private final RestorationModel model;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final List<FaceCard> cards = new ArrayList<>();
    private @Nullable RestorationEntry seen;

    @FXML private BeforeAfterView view;
    @FXML private Label before;
    @FXML private Label after;
    @FXML private Label hint;
    @FXML private Label found;
    @FXML private Label pick;
    @FXML private Button back;
    @FXML private Button forth;
    @FXML private ScrollPane strip;
    @FXML private HBox faces;

    /** Shows what that model has chosen. */
    public BeforeAfterController(RestorationModel model, Texts texts, Thumbnails thumbnails) {
        this.model = model;
        this.texts = texts;
        this.thumbnails = thumbnails;
    }

    @FXML
    void initialize() {
        back.setOnAction(_ -> model.next(-1));
        forth.setOnAction(_ -> model.next(1));
        strip.managedProperty().bind(strip.visibleProperty());
        strip.visibleProperty().bind(Bindings.isNotEmpty(faces.getChildren()));
        for (Label label : new Label[] {before, after, hint}) {
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
        }
        view.setOnFace(this::change);
        model.chosen().subscribe(this::show);
        model.faces().changes().subscribe(_ -> showChoice());
        texts.language()
                .subscribe(() -> {
                    seen = null;
                    show(model.chosen().get());
                });
    }

    private void show(@Nullable RestorationEntry entry) {
        if (entry != null && entry.equals(seen)) {
            return;
        }
        seen = entry;
        RestoredPicture result = entry == null ? null : entry.result();
        view.begin(
                result == null ? 1 : result.width(), result == null ? List.of() : result.faces());
        found.setText(entry == null ? "" : words(entry, result));
        before.setText("");
        after.setText("");
        hint.setText("");
        showCards(result);
        showChoice();
        view.setAccessibleText(entry == null ? "" : entry.name());
        if (entry == null) {
            return;
        }
        read(
                entry,
                entry.source(),
                image -> {
                    view.showBefore(image);
                    cards.forEach(card -> card.showBefore(image));
                    if (image != null) {
                        before.setText(
                                result == null
                                        ? texts.say("rest.before-plain")
                                        : texts.say(
                                                "rest.before",
                                                "" + result.width(),
                                                "" + result.height()));
                    }
                });
        Path file = result == null || !result.changed() ? null : result.file();
        if (file != null) {
            read(
                    entry,
                    file,
                    image -> {
                        view.showAfter(image);
                        cards.forEach(card -> card.showAfter(image));
                        after.setText(image == null ? "" : texts.say("rest.after"));
                        hint.setText(image == null ? "" : texts.say("rest.hint"));
                    });
        }
    }

    private String words(RestorationEntry entry, @Nullable RestoredPicture result) {
        if (result == null) {
            return texts.say("rest.not-yet");
        } else if (result.isFailed()) {
            return texts.said(result.problem());
        }
        return result.faces().isEmpty()
                ? texts.say(entry.words())
                : texts.say("rest.found", result.faces().size());
    }

    private void showCards(@Nullable RestoredPicture result) {
        cards.clear();
        if (result != null) {
            for (int i = 0; i < result.faces().size(); i++) {
                int place = i;
                cards.add(
                        new FaceCard(
                                result.faces().get(i),
                                i + 1,
                                result.width(),
                                texts,
                                () -> change(place)));
            }
        }
        faces.getChildren().setAll(cards);
    }

    private @Nullable RestoredPicture result() {
        return seen == null ? null : seen.result();
    }

    /** The user leaves a face alone, or no longer. */
    private void change(int place) {
        RestoredPicture result = result();
        if (result != null) {
            model.faces().change(result, result.faces().get(place));
        }
    }

    private void showChoice() {
        RestoredPicture result = result();
        if (result == null || cards.isEmpty()) {
            pick.setText("");
            return;
        }
        for (int i = 0; i < cards.size(); i++) {
            boolean left = model.faces().leaves(result, result.faces().get(i));
            cards.get(i).take(!left);
            view.leave(i, left);
        }
        pick.setText(texts.say(model.faces().differs(result) ? "rest.pick-again" : "rest.pick"));
    }

    /** Hears of an image that was read. */
    @FunctionalInterface
    private interface Seen {
        void of(@Nullable Image image);
    }

    /** Reads a picture for as long as it is the one looked at. */
    private void read(RestorationEntry entry, Path file, Seen then) {
        thumbnails.askWhole(
                file,
                LONGEST,
                image -> {
                    if (entry.equals(seen)) {
                        then.of(image);
                    }
                });
    }
}
