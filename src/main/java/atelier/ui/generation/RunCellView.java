package atelier.ui.generation;

import atelier.model.generation.PreviewPicture;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** An image of the batch that runs: finished, taking shape, or waiting. */
final class RunCellView extends StackPane {

    private static final double RADIUS = 12;
    private static final int BADGE_MARGIN = 6;

    private final ImageView view = new ImageView();

    RunCellView(RunCell cell, double width, double height, Thumbnails thumbnails, Texts texts) {
        getStyleClass().add("image-cell");
        setMinSize(width, height);
        setMaxSize(width, height);
        Rectangle clip = new Rectangle(width, height);
        clip.setArcWidth(RADIUS);
        clip.setArcHeight(RADIUS);
        setClip(clip);
        view.setFitWidth(width);
        view.setFitHeight(height);
        getChildren().add(view);
        if (cell.file() != null) {
            thumbnails.ask(cell.file(), (int) width, (int) height, view::setImage);
        } else if (cell.live()) {
            getStyleClass().add("live");
            show(cell.preview());
            getChildren().add(foot(cell, texts));
            badge(badge(texts.say("gen.live"), "eye"), Pos.TOP_RIGHT);
        } else {
            getStyleClass().add("waiting");
            Label waiting = new Label(texts.say("gen.waiting"), Icons.of("clock", 20));
            waiting.getStyleClass().addAll("quiet");
            waiting.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
            getChildren().add(waiting);
        }
        badge(badge(Long.toString(cell.seed()), ""), Pos.TOP_LEFT);
    }

    private void show(@Nullable PreviewPicture preview) {
        if (preview != null) {
            view.setImage(Thumbnails.image(preview.width(), preview.height(), preview.rgb()));
        }
    }

    private static VBox foot(RunCell cell, Texts texts) {
        Label step = new Label(texts.say("gen.step", cell.step(), cell.steps()));
        step.getStyleClass().add("badge");
        step.setMinWidth(USE_PREF_SIZE);
        ProgressBar progress = new ProgressBar((double) cell.step() / cell.steps());
        progress.getStyleClass().add("small");
        progress.setMaxWidth(Double.MAX_VALUE);
        VBox foot = new VBox(4, step, progress);
        foot.setAlignment(Pos.BOTTOM_LEFT);
        foot.setPadding(new Insets(8));
        foot.setMouseTransparent(true);
        return foot;
    }

    private static Label badge(String words, String icon) {
        Label badge = new Label(words);
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        if (!icon.isEmpty()) {
            badge.setGraphic(Icons.of(icon));
        }
        return badge;
    }

    private void badge(Label badge, Pos place) {
        StackPane.setAlignment(badge, place);
        StackPane.setMargin(badge, new Insets(BADGE_MARGIN));
        getChildren().add(badge);
    }

    /** Space that takes what is left. */
    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
