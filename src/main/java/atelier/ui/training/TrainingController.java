package atelier.ui.training;

import atelier.ui.component.FileDrop;
import atelier.ui.component.FoldingColumn;
import atelier.ui.component.InSight;
import atelier.ui.component.KeyCap;
import atelier.ui.component.PanelHeader;
import atelier.ui.component.Styles;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;

/** The training panel: its header with what is done about the run, and around what it has. */
public final class TrainingController {

    private static final double ROOMY = 1240;
    private static final double TIGHT = 1080;

    private final TrainingModel model;
    private final Texts texts;
    private final InSight sight;
    private final Node plan;
    private final Node run;

    @FXML private BorderPane panel;
    @FXML private PanelHeader header;
    @FXML private ComboBox<Trainee> characters;
    @FXML private Button preview;
    @FXML private Label previewWords;
    @FXML private KeyCap previewKeys;
    @FXML private Button checkpoint;
    @FXML private Label checkpointWords;
    @FXML private KeyCap checkpointKeys;
    @FXML private Button pause;
    @FXML private Button stop;

    /**
     * @param sight whether the panel can be seen
     * @param plan the column at the left
     * @param run the middle
     */
    public TrainingController(
            TrainingModel model, Texts texts, InSight sight, Node plan, Node run) {
        this.model = model;
        this.texts = texts;
        this.sight = sight;
        this.plan = plan;
        this.run = run;
    }

    @FXML
    void initialize() {
        panel.setLeft(
                FoldingColumn.left(
                        plan,
                        "training-unfold",
                        "sliders",
                        texts.follow(Phrase.of("training.plan")),
                        panel.widthProperty()));
        panel.setCenter(run);
        preview.setOnAction(_ -> model.previewNow());
        checkpoint.setOnAction(_ -> model.checkpointNow());
        pause.setOnAction(_ -> model.pauseOrResume());
        stop.setOnAction(_ -> model.stopAndKeep());
        Names.choice(characters, texts, trainee -> Phrase.plain(trainee.character().name()));
        characters.setItems(model.trainees());
        characters.valueProperty().bindBidirectional(model.trainee());
        Runnable show = sight.only(this::show);
        model.job().subscribe(show);
        model.run().subscribe(show);
        texts.language().subscribe(show);
        panel.widthProperty().subscribe(show);
        new FileDrop(null, model::drop).on(panel);
        show.run();
    }

    private void show() {
        RunStage stage = model.stage();
        boolean running = stage == RunStage.RUNNING;
        header.setState(texts.say(RunWords.state(model)));
        visible(preview, running);
        visible(checkpoint, running);
        visible(pause, running || stage == RunStage.PAUSED || stage == RunStage.WAITING);
        visible(stop, running || stage == RunStage.PAUSED);
        preview.setDisable(!model.draws());
        name(preview, previewWords, previewKeys, "training.preview");
        name(checkpoint, checkpointWords, checkpointKeys, "training.checkpoint");
        boolean paused = stage == RunStage.PAUSED;
        String words = texts.say(paused ? "training.resume" : "training.pause");
        pause.setText(words);
        tell(pause, words, texts.say("training.space"));
        Icons.put(pause, paused ? "play" : "pause");
        Styles.set(pause, "accent", paused);
    }

    /** A button with its words and its keys, as far as there is room for them. */
    private void name(Button button, Label label, KeyCap keys, String key) {
        String words = texts.say(key);
        label.setText(words);
        visible(label, panel.getWidth() >= TIGHT);
        visible(keys, panel.getWidth() >= ROOMY);
        tell(button, words, keys.getText());
    }

    private static void tell(Button button, String words, String keys) {
        button.setAccessibleText(words);
        if (button.getTooltip() == null) {
            button.setTooltip(new Tooltip());
        }
        button.getTooltip().setText(words + "  " + keys);
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
