package atelier.ui.training;

import atelier.model.training.RunPrompt;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The previews of a run: a row for each prompt, a column for each step they were drawn after. */
final class PreviewStrip {

    private static final double WIDTH = 112;
    private static final double HEIGHT = 76;
    private static final double HEAD = 20;
    private static final double RADIUS = 12;
    private static final int WAITING_COLUMNS = 7;
    private static final int WAITING_ROWS = 3;

    private final GridPane prompts;
    private final GridPane grid;
    private final ScrollPane scroll;
    private final Texts texts;
    private final LongConsumer choose;
    private final Thumbnails thumbnails;
    private final List<Thumbnails.Request> requests = new ArrayList<>();
    private int columns;

    /**
     * @param choose hears of the step that the user chose
     */
    PreviewStrip(
            GridPane prompts,
            GridPane grid,
            ScrollPane scroll,
            Texts texts,
            Thumbnails thumbnails,
            LongConsumer choose) {
        this.prompts = prompts;
        this.grid = grid;
        this.scroll = scroll;
        this.texts = texts;
        this.thumbnails = thumbnails;
        this.choose = choose;
    }

    /**
     * Shows those of a run.
     *
     * @param chosen step; null for none
     */
    void show(RunView run, @Nullable Long chosen) {
        prompts.getChildren().clear();
        grid.getChildren().clear();
        requests.forEach(Thumbnails.Request::callOff);
        requests.clear();
        List<Long> steps = run.previewed();
        if (steps.isEmpty()) {
            showWaiting();
            return;
        }
        long lowest = run.lowestProbe();
        prompts.add(head(""), 0, 0);
        for (int row = 0; row < run.prompts().size(); row++) {
            prompts.add(prompt(run.prompts().get(row)), 0, row + 1);
        }
        for (int column = 0; column < steps.size(); column++) {
            long step = steps.get(column);
            grid.add(head(step, step == lowest), column, 0);
            for (int row = 0; row < run.prompts().size(); row++) {
                grid.add(
                        cell(
                                step,
                                run.prompts().get(row),
                                run.preview(step, row),
                                chosen != null && chosen == step),
                        column,
                        row + 1);
            }
        }
        if (columns != steps.size()) {
            columns = steps.size();
            // The newest is what one waits for.
            scroll.applyCss();
            scroll.layout();
            scroll.setHvalue(1);
        }
    }

    private void showWaiting() {
        columns = 0;
        prompts.add(head(""), 0, 0);
        for (int column = 0; column < WAITING_COLUMNS; column++) {
            grid.add(head(""), column, 0);
            for (int row = 0; row < WAITING_ROWS; row++) {
                VBox frame = new VBox(Icons.of("clock"));
                frame.setAlignment(javafx.geometry.Pos.CENTER);
                frame.getStyleClass().addAll("preview-cell", "missing", "quiet");
                grid.add(frame, column, row + 1);
            }
        }
    }

    private static Label head(String words) {
        Label label = new Label(words);
        label.setMinHeight(HEAD);
        label.getStyleClass().add("value");
        GridPane.setHalignment(label, HPos.CENTER);
        return label;
    }

    private Label head(long step, boolean lowest) {
        Label label =
                head(
                        step == 0
                                ? texts.say("training.before")
                                : texts.say("training.axis-step", step)
                                        + (lowest ? " · " + texts.say("training.lowest") : ""));
        if (step == 0) {
            label.getStyleClass().setAll("label", "quiet");
        }
        if (lowest) {
            label.getStyleClass().add("warn");
            label.setGraphic(Icons.of("star", 12));
        }
        return label;
    }

    private VBox prompt(RunPrompt prompt) {
        Label words = new Label(prompt.text());
        words.setWrapText(true);
        VBox box = new VBox(2, words);
        if (prompt.leakCheck()) {
            Label without = new Label(texts.say("training.without"));
            without.setWrapText(true);
            without.setMinHeight(VBox.USE_PREF_SIZE);
            without.getStyleClass().addAll("quiet", "caption-text");
            box.getChildren().add(without);
        }
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        box.setMinHeight(HEIGHT);
        box.setPrefHeight(HEIGHT);
        box.setMaxHeight(HEIGHT);
        return box;
    }

    private Button cell(long step, RunPrompt prompt, Optional<Path> file, boolean chosen) {
        Button cell = new Button();
        cell.setId("preview-" + step);
        cell.getStyleClass().setAll("preview-cell");
        cell.setAccessibleText(texts.say("training.at-step", step) + ": " + prompt.text());
        cell.setOnAction(_ -> choose.accept(step));
        if (chosen) {
            cell.getStyleClass().add("chosen");
        }
        if (file.isPresent()) {
            ImageView view = new ImageView();
            view.setFitWidth(WIDTH);
            view.setFitHeight(HEIGHT);
            Rectangle clip = new Rectangle(WIDTH, HEIGHT);
            clip.setArcWidth(RADIUS);
            clip.setArcHeight(RADIUS);
            view.setClip(clip);
            cell.setGraphic(view);
            // As fine as on a screen of two pixels a point.
            requests.add(
                    thumbnails.ask(file.get(), 2 * (int) WIDTH, 2 * (int) HEIGHT, view::setImage));
        } else {
            cell.getStyleClass().add("missing");
        }
        return cell;
    }
}
