package atelier.ui.restoration;

import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.IdentityChange;
import atelier.model.restoration.RestoredFace;
import atelier.ui.text.Texts;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A face before and after, and whether it is the same person's. */
final class FaceCard extends VBox {

    private static final double SIDE = 56;
    private static final double ROOM = 1.4;

    private final RestoredFace face;
    private final double sourceWidth;
    private final ImageView before = picture();
    private final ImageView after = picture();
    private final CheckBox taken = new CheckBox();

    /**
     * @param number counted from 1
     * @param sourceWidth of the picture before, in pixels
     * @param onChange the user leaves the face alone, or no longer
     */
    FaceCard(RestoredFace face, int number, double sourceWidth, Texts texts, Runnable onChange) {
        super(6);
        this.face = face;
        this.sourceWidth = sourceWidth;
        getStyleClass().addAll("card", "face-card");
        Label name = new Label(texts.say("rest.face", number));
        name.getStyleClass().add("name");
        Label size =
                new Label(
                        texts.say("rest.face-size", (int) Math.round(face.face().box().height())));
        size.getStyleClass().addAll("quiet", "small-text");
        Label outcome = new Label(words(face, texts));
        outcome.getStyleClass().addAll("small-text", tone(face));
        for (Label label : new Label[] {name, size, outcome}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        VBox facts = new VBox(2, name, size, outcome);
        HBox.setHgrow(facts, Priority.ALWAYS);
        taken.setId("restoration-face-" + number);
        taken.setAccessibleText(texts.say("rest.face-take", number));
        taken.setOnAction(_ -> onChange.run());
        getChildren().add(new HBox(8, frame(before), frame(after), facts, taken));
        setAccessibleText(name.getText() + ", " + outcome.getText());
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows whether the face is restored. */
    void take(boolean on) {
        taken.setSelected(on);
    }

    private static ImageView picture() {
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        return view;
    }

    private static StackPane frame(ImageView view) {
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("tile");
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        return frame;
    }

    private static String words(RestoredFace face, Texts texts) {
        IdentityChange identity = face.identity();
        if (face.outcome() != FaceOutcome.RESTORED) {
            return texts.say(
                    switch (face.outcome()) {
                        case LEFT_ALONE -> "rest.face-left";
                        case LARGE_ENOUGH -> "rest.face-large";
                        case TOO_SMALL -> "rest.face-small";
                        default -> "rest.face-too-large";
                    });
        }
        return identity == null
                ? texts.say("rest.face-restored")
                : texts.say("rest.face-identity", identity.similarity(), identity.samePerson());
    }

    private static String tone(RestoredFace face) {
        if (face.isLost()) {
            return "warn";
        }
        return face.outcome() == FaceOutcome.RESTORED ? "good" : "quiet";
    }

    /** The picture before is read. */
    void showBefore(@Nullable Image image) {
        show(before, image);
    }

    /** The picture after is read. */
    void showAfter(@Nullable Image image) {
        show(after, image);
    }

    /** The face with some room around it, as far as the picture reaches. */
    private void show(ImageView view, @Nullable Image image) {
        view.setImage(image);
        if (image == null) {
            return;
        }
        double scale = image.getWidth() / sourceWidth;
        FaceBox box = face.face().box();
        double most = Math.min(image.getWidth(), image.getHeight());
        double side = Math.min(most, ROOM * Math.max(box.width(), box.height()) * scale);
        double left = (box.left() + box.width() / 2) * scale - side / 2;
        double top = (box.top() + box.height() / 2) * scale - side / 2;
        view.setViewport(
                new Rectangle2D(
                        Math.clamp(left, 0, image.getWidth() - side),
                        Math.clamp(top, 0, image.getHeight() - side),
                        side,
                        side));
    }
}
