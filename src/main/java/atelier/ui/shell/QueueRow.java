package atelier.ui.shell;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A job in the queue, and what can be done about it. */
final class QueueRow extends HBox {

    private static final double HANDLE = 28;

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
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
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
            Button handle = button("menu", "queue.move");
            handle.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
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
        Tone tone =
                switch (job.state()) {
                    case RUNNING -> Tone.ACTIVE;
                    case PAUSED -> Tone.WARNING;
                    case DONE -> Tone.GOOD;
                    case FAILED -> Tone.DANGER;
                    default -> Tone.QUIET;
                };
        icon.getStyleClass().add(tone.styleClass());
        StackPane place = new StackPane(icon);
        // As wide as the handle of a job that waits, so that all names begin on one line.
        place.setMinWidth(HANDLE);
        return place;
    }

    private void pressed(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.UP;
        if (event.isShortcutDown() && (up || event.getCode() == KeyCode.DOWN)) {
            model.move(job, up ? -1 : 1);
            event.consume();
        }
    }

    private Button button(String icon, String key) {
        Button button = new Button("", Icons.of(icon));
        button.setId(key.replace('.', '-') + '-' + job.id());
        button.getStyleClass().addAll("flat", "icon-only", "small");
        String words = texts.say(key, job.title());
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void action(String icon, String key, Runnable what) {
        Button button = button(icon, key);
        button.setOnAction(_ -> what.run());
        getChildren().add(button);
    }

    private void actions() {
        switch (job.state()) {
            case RUNNING -> {
                getChildren().add(percent);
                action("pause", "queue.pause", () -> model.pause(job));
                action("x", "queue.cancel", () -> model.cancel(job));
            }
            case PAUSED -> {
                action("play", "queue.resume", () -> model.resume(job));
                action("x", "queue.cancel", () -> model.cancel(job));
            }
            case QUEUED -> action("x", "queue.cancel", () -> model.cancel(job));
            case FAILED, CANCELLED -> action("rotate-cw", "queue.retry", () -> model.retry(job));
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

    /** Gives the focus to one of its buttons: that one, if it is still there, else the first. */
    void focus(@Nullable Node button) {
        List<Node> buttons = getChildren().stream().filter(Button.class::isInstance).toList();
        buttons.stream()
                .filter(one -> one.equals(button))
                .findFirst()
                .or(() -> buttons.stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    /** The job that it shows. */
    JobRecord job() {
        return job;
    }

    /** Shows how the same job stands now; it is in the same state as before. */
    void update(JobRecord now) {
        job = now;
        detail.setText(words());
        percent.setText(job.fraction() < 0 ? "" : texts.say("job.percent", job.fraction()));
    }

    private String words() {
        String happened = job.status().happened();
        String kept = job.status().kept();
        return switch (job.state()) {
            case RUNNING -> come();
            case PAUSED -> texts.say("queue.paused", come());
            case QUEUED -> texts.say("queue.waits");
            case CANCELLED -> texts.say("queue.cancelled", Phrase.said(kept));
            case DONE, FAILED -> (texts.said(happened) + ' ' + texts.said(kept)).strip();
        };
    }

    /** How far it has come. */
    private String come() {
        return job.kind() == JobKind.GENERATION
                ? texts.say("queue.made", job.status().made())
                : texts.say(JobWords.progress(job));
    }
}
