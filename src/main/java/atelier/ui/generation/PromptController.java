package atelier.ui.generation;

import atelier.model.generation.GenerationDraft;
import atelier.model.generation.ImageShape;
import atelier.model.generation.ModelFile;
import atelier.model.generation.PromptMark;
import atelier.ui.component.Choices;
import atelier.ui.component.Segments;
import atelier.ui.component.ValueSlider;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The column of what is ordered. */
public final class PromptController {

    private static final double LEAST_STEPS = 1;
    private static final double MOST_STEPS = 60;
    private static final double LEAST_GUIDANCE = 1;
    private static final double MOST_GUIDANCE = 15;
    private static final double GUIDANCE_STEP = 0.5;

    private final GenerationModel model;
    private final Texts texts;

    @FXML private Label tokens;
    @FXML private TextArea prompt;
    @FXML private Label problem;
    @FXML private FlowPane chips;
    @FXML private TextField negative;
    @FXML private FlowPane styles;
    @FXML private MenuButton addStyle;
    @FXML private ComboBox<ModelFile> models;
    @FXML private Label size;
    @FXML private Segments shapes;
    @FXML private ValueSlider steps;
    @FXML private ValueSlider guidance;
    @FXML private ComboBox<String> samplers;
    @FXML private ComboBox<String> schedules;
    @FXML private TextField seed;
    @FXML private Button shuffle;
    @FXML private ComboBox<Integer> each;
    @FXML private Label factors;
    @FXML private Label images;
    @FXML private Label about;
    @FXML private Label obstacle;
    @FXML private Button add;
    @FXML private Label addWords;

    /** Shows and changes what that model holds. */
    public PromptController(GenerationModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        GenerationForm form = model.form();
        prompt.textProperty().bindBidirectional(form.prompt());
        negative.textProperty().bindBidirectional(form.negative());
        seed.textProperty().bindBidirectional(form.seed());
        prompt.addEventFilter(KeyEvent.KEY_PRESSED, this::weigh);
        for (Label label : new Label[] {problem, about, obstacle}) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        chips.managedProperty().bind(Bindings.isNotEmpty(chips.getChildren()));
        new StyleChips(model, texts, styles, addStyle).follow();
        sizes(form);
        steps.range(LEAST_STEPS, MOST_STEPS, 1, GenerationDraft.FIRST.steps(), 0);
        steps.valueProperty().bindBidirectional(form.steps());
        guidance.range(
                LEAST_GUIDANCE, MOST_GUIDANCE, GUIDANCE_STEP, GenerationDraft.FIRST.guidance(), 1);
        guidance.valueProperty().bindBidirectional(form.guidance());
        writeGuidance();
        texts.language().subscribe(this::writeGuidance);
        named(samplers, model.samplers(), "sampler.", form.sampler());
        named(schedules, model.schedules(), "schedule.", form.schedule());
        Choices.show(each, Object::toString);
        each.getItems().setAll(GenerationForm.EACH);
        // A binding to form.each().asObject() would go with the next garbage collection.
        form.each().subscribe(now -> each.setValue(now.intValue()));
        each.valueProperty()
                .subscribe(now -> {
                    if (now != null) {
                        form.each().set(now);
                    }
                });
        Choices.show(models, ModelFile::name);
        models.setItems(form.models());
        models.valueProperty().bindBidirectional(form.model());
        shuffle.setOnAction(_ -> model.shuffleSeed());
        add.setOnAction(_ -> model.add());
        model.outlook().subscribe(this::show);
        texts.language().subscribe(() -> show(model.outlook().get()));
        for (Observable part : List.<Observable>of(form.model(), form.seed(), form.prompt())) {
            part.subscribe(() -> show(model.outlook().get()));
        }
    }

    private void writeGuidance() {
        guidance.write(value -> texts.say("gen.guidance-value", value));
    }

    private void sizes(GenerationForm form) {
        for (ImageShape shape : ImageShape.values()) {
            shapes.add(
                    "shape-" + shape.name().toLowerCase(java.util.Locale.ROOT),
                    texts.follow(Phrase.plain(shape.ratio())),
                    "",
                    shape,
                    form.shape());
        }
        size.textProperty()
                .bind(Bindings.concat(form.width().asString(), " × ", form.height().asString()));
    }

    private void named(
            ComboBox<String> box, List<String> ids, String beginning, StringProperty chosen) {
        Choices.show(box, id -> texts.say(beginning + id));
        box.getItems().setAll(ids);
        box.valueProperty().bindBidirectional(chosen);
    }

    /** Ctrl ↑ and ↓ weigh the selected words. */
    private void weigh(KeyEvent event) {
        boolean more = event.getCode() == KeyCode.UP;
        if (!event.isShortcutDown() || !(more || event.getCode() == KeyCode.DOWN)) {
            return;
        }
        event.consume();
        WeightEdit edit =
                WeightEdit.change(
                        prompt.getText(),
                        prompt.getSelection().getStart(),
                        prompt.getSelection().getEnd(),
                        more ? 1 : -1);
        prompt.replaceText(0, prompt.getLength(), edit.text());
        prompt.selectRange(edit.start(), edit.end());
    }

    private void show(Outlook outlook) {
        tokens.setText(
                outlook.tokens() == null || prompt.getText().isBlank()
                        ? ""
                        : texts.say(
                                "gen.tokens", outlook.tokens().used(), outlook.tokens().room()));
        problem.setText(texts.said(outlook.reading().problem()));
        chips.getChildren().setAll(outlook.reading().marks().stream().map(this::chip).toList());
        factors.setText(texts.say("gen.factors", outlook.wordings(), outlook.each()));
        images.setText(texts.say("gen.images", outlook.images()));
        about.setText(
                outlook.seconds() < 0 || prompt.getText().isBlank()
                        ? ""
                        : texts.say("gen.about", outlook.seconds()));
        addWords.setText(texts.say("gen.queue", outlook.images()));
        add.setAccessibleText(addWords.getText());
        Phrase against = model.obstacle();
        add.setDisable(against != null);
        // An empty prompt, and one with a slip in it, speak for themselves.
        boolean seen = prompt.getText().isBlank() || !outlook.reading().problem().isEmpty();
        obstacle.setText(against == null || seen ? "" : texts.say(against));
    }

    private Button chip(PromptMark mark) {
        Button chip = new Button(words(mark));
        chip.getStyleClass().setAll("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        switch (mark.kind()) {
            case TRIGGER -> {
                chip.getStyleClass().add("accent");
                chip.setGraphic(Icons.of("target"));
            }
            case WILDCARD -> {
                chip.setGraphic(Icons.of(mark.amount() == 0 ? "alert-triangle" : "shuffle"));
                if (mark.amount() == 0) {
                    chip.getStyleClass().add("warn");
                }
            }
            default -> {
                // Words are enough.
            }
        }
        chip.setOnAction(_ -> {
            prompt.requestFocus();
            prompt.selectRange(mark.start(), mark.end());
        });
        return chip;
    }

    private String words(PromptMark mark) {
        return switch (mark.kind()) {
            case TRIGGER -> mark.words();
            case WEIGHT -> texts.say("gen.chip-weight", mark.words(), mark.amount());
            case CHOICE -> texts.say("gen.chip-choice", (long) mark.amount());
            case WILDCARD -> texts.say("gen.chip-wildcard", mark.words(), (long) mark.amount());
        };
    }
}
