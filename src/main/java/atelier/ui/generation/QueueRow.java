package atelier.ui.generation;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A job in the queue, and what can be done about it. */
final class QueueRow extends HBox {

    private final QueueModel model;
    private final Texts texts;
    private JobRecord job;
    private final Label detail = new Label();
    private final Label percent = new Label();

    QueueRow(QueueModel model, JobRecord job, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.job = job;
        getStyleClass().addAll("row", "queue-row");
        setId("job-" + job.id());
        Label title = new Label(job.title());
        title.setMinWidth(0);
        detail.getStyleClass().addAll("quiet", "small-text");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(2, title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        percent.getStyleClass().addAll("small-text");
        percent.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(sign(), words);
        actions();
        dragging();
        update(job);
    }

    private Node sign() {
        if (job.state() == JobState.QUEUED) {
            Button handle = button("menu", "gen.move");
            handle.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    event -> {
                        boolean up = event.getCode() == KeyCode.UP;
                        if (event.isShortcutDown() && (up || event.getCode() == KeyCode.DOWN)) {
                            model.move(job, up ? -1 : 1);
                            event.consume();
                        }
                    });
            return handle;
        }
        FontIcon icon =
                Icons.of(
                        switch (job.state()) {
                            case RUNNING -> "loader";
                            case PAUSED -> "pause";
                            case DONE -> "check";
                            case FAILED -> "alert-circle";
                            default -> "x";
                        });
        icon.getStyleClass()
                .add(
                        switch (job.state()) {
                            case RUNNING -> "act";
                            case PAUSED -> "warn";
                            case DONE -> "good";
                            case FAILED -> "bad";
                            default -> "quiet";
                        });
        return icon;
    }

    private Button button(String icon, String key) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-only", "small");
        button.setAccessibleText(texts.say(key, job.title()));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void action(String icon, String key, Runnable what) {
        Button button = button(icon, key);
        button.setId(key.replace('.', '-') + '-' + job.id());
        button.setOnAction(_ -> what.run());
        getChildren().add(button);
    }

    private void actions() {
        switch (job.state()) {
            case RUNNING -> {
                getChildren().add(percent);
                action("pause", "gen.pause", () -> model.pause(job));
                action("x", "gen.cancel", () -> model.cancel(job));
            }
            case PAUSED -> {
                action("play", "gen.resume", () -> model.resume(job));
                action("x", "gen.cancel", () -> model.cancel(job));
            }
            case QUEUED -> action("x", "gen.cancel", () -> model.cancel(job));
            case FAILED, CANCELLED -> action("rotate-cw", "gen.retry", () -> model.retry(job));
            case DONE -> {
                // Nothing is left to do.
            }
        }
    }

    private void dragging() {
        if (job.state() != JobState.QUEUED) {
            return;
        }
        setOnDragDetected(event -> {
            startDragAndDrop(TransferMode.MOVE)
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, Long.toString(job.id())));
            event.consume();
        });
        setOnDragOver(event -> {
            if (event.getGestureSource() instanceof QueueRow other && other != this) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        setOnDragDropped(event -> {
            if (event.getGestureSource() instanceof QueueRow other && other != this) {
                model.move(other.job, job);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Shows how the same job stands now. */
    void update(JobRecord now) {
        job = now;
        detail.setText(words());
        percent.setText(job.fraction() < 0 ? "" : texts.say("job.percent", job.fraction()));
    }

    private String words() {
        String happened = job.status().happened();
        String kept = job.status().kept();
        return switch (job.state()) {
            case RUNNING -> texts.say("gen.made", job.status().made());
            case PAUSED -> texts.say("gen.paused", job.status().made());
            case QUEUED -> texts.say("gen.waits");
            case CANCELLED -> texts.say("gen.cancelled", kept);
            case DONE, FAILED -> (happened + ' ' + kept).strip();
        };
    }
}
