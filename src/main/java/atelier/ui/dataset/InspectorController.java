package atelier.ui.dataset;

import atelier.model.adapter.TagCount;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.Finding;
import atelier.model.dataset.PictureReport;
import atelier.model.generation.PromptTokens;
import atelier.model.restoration.DetectedFace;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The right column of the dataset panel: the chosen picture, its caption, and all tags. */
public final class InspectorController {

    private static final int LONGEST = 768;
    private static final int MOST_TAGS = 6;
    private static final int LONGEST_TAG = 26;
    private static final Duration TYPING = Duration.millis(800);

    private final DatasetModel model;
    private final LayerModel layers;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final PauseTransition pause = new PauseTransition(TYPING);

    @FXML private CropView crop;
    @FXML private StackPane well;
    @FXML private Label bucket;
    @FXML private Label face;
    @FXML private Label name;
    @FXML private Label facts;
    @FXML private Button back;
    @FXML private Button forth;
    @FXML private Button leaveOut;
    @FXML private VBox findings;
    @FXML private Label tokens;
    @FXML private Label saved;
    @FXML private TextArea caption;
    @FXML private Label different;
    @FXML private FlowPane tags;
    @FXML private TextField words;
    @FXML private TextField with;
    @FXML private Button replace;

    /**
     * Shows what a model has chosen.
     *
     * @param layers what is seen over it
     */
    public InspectorController(
            DatasetModel model, LayerModel layers, Texts texts, Thumbnails thumbnails) {
        this.model = model;
        this.layers = layers;
        this.texts = texts;
        this.thumbnails = thumbnails;
    }

    @FXML
    void initialize() {
        back.setOnAction(_ -> model.next(-1));
        forth.setOnAction(_ -> model.next(1));
        leaveOut.setOnAction(_ -> model.leaveOut());
        caption.textProperty().bindBidirectional(model.caption().text());
        caption.textProperty().subscribe((_, _) -> pause.playFromStart());
        caption.focusedProperty().subscribe((_, _) -> model.caption().save());
        caption.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        pause.setOnFinished(_ -> model.caption().save());
        model.caption().state().subscribe(_ -> showState());
        model.caption().tokens().count().subscribe(this::showTokens);
        replace.disableProperty().bind(words.textProperty().isEmpty());
        replace.setOnAction(_ -> model.replace(words.getText(), with.getText()));
        findings.managedProperty().bind(Bindings.isNotEmpty(findings.getChildren()));
        face.visibleProperty().bind(face.textProperty().isNotEmpty());
        model.chosen().subscribe(this::show);
        layers.over().subscribe(this::showOver);
        model.report().subscribe(this::showTags);
        texts.language().subscribe(this::showAll);
    }

    private void pressed(KeyEvent event) {
        boolean next =
                (event.isShortcutDown() && event.getCode() == KeyCode.ENTER)
                        || (event.isAltDown() && event.getCode() == KeyCode.RIGHT);
        if (next) {
            model.caption().save();
            model.next(1);
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            model.next(-1);
            event.consume();
        }
    }

    /** Gives the caption the focus. */
    public void editCaption() {
        caption.requestFocus();
        caption.end();
    }

    private void showAll() {
        show(model.chosen().get());
        showTags(model.report().get());
        showTokens(model.caption().tokens().count().get());
        showState();
        showOver(layers.over().get());
    }

    private void showOver(LayerModel.@Nullable Over over) {
        List<DetectedFace> faces = over == null ? List.of() : over.faces();
        Path mask = over == null ? null : over.mask();
        crop.lay(null, faces);
        boolean looked =
                over != null && over.layer() == PictureLayer.FACES && over.problem() == null;
        face.setText(looked ? words(faces) : "");
        if (mask != null) {
            thumbnails.askWhole(
                    mask,
                    LONGEST,
                    image -> {
                        if (image != null && Objects.equals(over, layers.over().get())) {
                            crop.lay(MaskTint.of(image), faces);
                        }
                    });
        }
    }

    private String words(List<DetectedFace> faces) {
        return switch (faces.size()) {
            case 0 -> texts.say("badge.no-face");
            case 1 -> texts.say("dataset.face", faces.getFirst().score());
            default -> texts.say("dataset.faces", faces.size());
        };
    }

    private void show(@Nullable DatasetItem item) {
        PictureReport report = item == null ? null : item.report();
        bucket.setVisible(report != null);
        caption.setDisable(report == null);
        leaveOut.setDisable(report == null);
        name.setText(item == null ? "" : item.name());
        findings.getChildren().clear();
        if (item == null) {
            crop.clear();
            facts.setText("");
        } else if (report == null) {
            facts.setText(item.leftOut() == null ? "" : texts.said(item.leftOut().reason()));
            read(item, image -> crop.show(image, image.getWidth(), null));
        } else {
            DatasetPicture picture = report.picture();
            bucket.setText(
                    texts.say(
                            "dataset.size-of",
                            "" + report.framing().width(),
                            "" + report.framing().height()));
            facts.setText(
                    texts.say(
                            "dataset.facts",
                            "" + picture.width(),
                            "" + picture.height(),
                            report.framing().kept(),
                            report.scale()));
            report.findings().forEach(one -> findings.getChildren().add(finding(one)));
            read(item, image -> crop.show(image, picture.width(), report.crop()));
        }
    }

    /** Reads a picture for as long as it is the chosen one. */
    private void read(DatasetItem item, Consumer<Image> then) {
        thumbnails.askWhole(
                item.file(),
                LONGEST,
                image -> {
                    if (image != null && item.equals(model.chosen().get())) {
                        then.accept(image);
                    }
                });
    }

    /** Puts a bar above the picture. */
    void setBar(Node bar) {
        VBox column = (VBox) well.getParent();
        column.getChildren().addFirst(bar);
    }

    private HBox finding(Finding finding) {
        Label sentence = new Label(texts.say(FindingPhrases.sentence(finding)));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().addAll("small-text");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(8, Icons.of(FindingPhrases.icon(finding)), sentence);
        line.getStyleClass().add("warn");
        return line;
    }

    private void showState() {
        CaptionModel.State state = model.caption().state().get();
        saved.setText(texts.say("caption." + state.name().toLowerCase(java.util.Locale.ROOT)));
        saved.getStyleClass().removeAll("good", "quiet", "bad");
        saved.getStyleClass()
                .add(
                        switch (state) {
                            case SAVED -> "good";
                            case EDITED -> "quiet";
                            case FAILED -> "bad";
                        });
        saved.setGraphic(state == CaptionModel.State.SAVED ? Icons.of("check") : null);
    }

    private void showTokens(@Nullable PromptTokens count) {
        tokens.setText(count == null ? "" : texts.say("gen.tokens", count.used(), count.room()));
    }

    private void showTags(@Nullable DatasetReport report) {
        List<TagCount> all = report == null ? List.of() : report.tags();
        different.setText(texts.say("dataset.different", all.size()));
        tags.getChildren()
                .setAll(
                        all.stream()
                                .filter(tag -> tag.tag().length() <= LONGEST_TAG)
                                .limit(MOST_TAGS)
                                .map(tag -> {
                                    Button chip =
                                            new Button(
                                                    texts.say(
                                                            "dataset.tag", tag.tag(), tag.count()));
                                    chip.getStyleClass().setAll("chip");
                                    chip.setOnAction(_ -> words.setText(tag.tag()));
                                    return chip;
                                })
                                .toList());
    }
}
