package atelier.ui.shell;

import atelier.ui.component.KeyCap;
import atelier.ui.component.Styles;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The job bar: the work, what can be done about it, the queue and the processor. */
public final class JobBarController {

    private static final double ROOMY = 1200;
    private static final String PAUSED = "paused";

    private final JobBarModel model;
    private final Texts texts;
    private final Runnable openQueue;

    private List<JobAction> offered = List.of();

    @FXML private HBox bar;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label detail;
    @FXML private HBox progressBox;
    @FXML private ProgressBar progress;
    @FXML private Label percent;
    @FXML private VBox speedBox;
    @FXML private Label speed;
    @FXML private VBox leftBox;
    @FXML private Label left;
    @FXML private HBox actions;
    @FXML private Region space;
    @FXML private Button queue;
    @FXML private Region deviceDot;
    @FXML private Label deviceName;
    @FXML private Label deviceDetail;
    @FXML private Label memory;
    @FXML private ProgressBar memoryBar;

    /**
     * @param openQueue shows what waits
     */
    public JobBarController(JobBarModel model, Texts texts, Runnable openQueue) {
        this.model = model;
        this.texts = texts;
        this.openQueue = openQueue;
    }

    @FXML
    void initialize() {
        for (Node part : new Node[] {title, progressBox, speedBox, leftBox, actions, space}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        queue.setOnAction(_ -> openQueue.run());
        Tooltip queueTip = new Tooltip();
        queueTip.textProperty()
                .bind(
                        texts.follow(
                                Phrase.of("job.queue-tooltip", KeyCap.text(ShellCommands.QUEUE))));
        queue.setTooltip(queueTip);
        detail.setTooltip(new Tooltip());
        bar.widthProperty().subscribe(() -> show(model.status().get()));
        queue.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::waiting,
                                model.waiting(),
                                texts.language(),
                                bar.widthProperty()));
        queue.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::waitingInWords, model.waiting(), texts.language()));
        model.status().subscribe(this::show);
        texts.language()
                .subscribe(() -> {
                    show(model.status().get());
                    showActions();
                });
        model.device().subscribe(this::show);
        texts.language().subscribe(() -> show(model.device().get()));
    }

    private void show(JobBarState status) {
        icon.setIconLiteral(Icons.literal(status.icon()));
        for (Tone tone : Tone.values()) {
            Styles.set(icon, tone.styleClass(), tone == status.tone());
        }
        say(title, title, status.title());
        detail.setText(texts.say(status.detail()));
        detail.getTooltip().setText(detail.getText());
        showProgress(status);
        say(speedBox, speed, isNarrow() ? null : status.speed());
        say(
                leftBox,
                left,
                status.secondsLeft() == null
                        ? null
                        : Phrase.of("job.seconds-left", status.secondsLeft()));
        actions.setVisible(!status.actions().isEmpty());
        // A button that is pressed just now must stay, as this is shown with every step.
        if (!status.actions().equals(offered)) {
            offered = status.actions();
            showActions();
        }
    }

    private void showActions() {
        actions.getChildren().setAll(offered.stream().map(this::button).toList());
    }

    /** Whether there is no room for what can be missed. */
    private boolean isNarrow() {
        return bar.getWidth() < ROOMY;
    }

    private void showProgress(JobBarState status) {
        Double share = status.progress();
        progressBox.setVisible(share != null);
        space.setVisible(share == null);
        Styles.set(progress, PAUSED, share != null && status.actions().contains(JobAction.RESUME));
        if (share != null) {
            progress.setProgress(share);
            percent.setText(share < 0 ? "" : texts.say("job.percent", share));
        }
    }

    private void say(Node box, Label label, @Nullable Phrase words) {
        box.setVisible(words != null);
        label.setText(words == null ? "" : texts.say(words));
    }

    private Button button(JobAction action) {
        Button button = new Button();
        button.setId("job-" + action.id());
        button.setGraphic(Icons.of(action.icon()));
        button.setOnAction(_ -> model.perform(action));
        String words = texts.say("job." + action.id());
        if (action == JobAction.CANCEL) {
            button.getStyleClass().addAll("flat", "icon-only");
            button.setAccessibleText(words);
            button.setTooltip(new Tooltip(words));
        } else {
            button.setText(words);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        if (action.primary()) {
            button.getStyleClass().add("accent");
        }
        return button;
    }

    private void show(DeviceStatus device) {
        Styles.set(deviceDot, "bad", !device.sound());
        deviceName.setText(texts.say(device.name()));
        deviceDetail.setText(texts.say(device.detail()));
        memory.setText(texts.say("job.memory-of", device.memoryUsed(), device.memoryTotal()));
        memoryBar.setProgress(device.share());
    }

    private String waiting() {
        return isNarrow() ? "" + model.waiting().get() : waitingInWords();
    }

    private String waitingInWords() {
        int waiting = model.waiting().get();
        return waiting == 0 ? texts.say("job.queue-empty") : texts.say("job.waiting", waiting);
    }
}
