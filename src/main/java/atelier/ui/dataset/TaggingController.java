package atelier.ui.dataset;

import atelier.model.dataset.ExistingCaptions;
import atelier.ui.component.Choices;
import atelier.ui.component.EmptyState;
import atelier.ui.component.Segments;
import atelier.ui.component.ValueSlider;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/** The sheet with captions that are proposed, and how they are made. */
public final class TaggingController {

    private static final double STEP = 0.05;

    private final TaggingModel model;
    private final Texts texts;

    @FXML private ComboBox<TaggerChoice> tagger;
    @FXML private Segments existing;
    @FXML private ValueSlider threshold;
    @FXML private TextField unwanted;
    @FXML private ListView<ProposedCaption> changes;
    @FXML private EmptyState looking;
    @FXML private EmptyState nothing;
    @FXML private Button cancel;
    @FXML private Button write;

    /** Shows what that model holds. */
    public TaggingController(TaggingModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        Choices.show(tagger, one -> texts.say("tagging.tagger-" + one.id()));
        tagger.setItems(model.taggers());
        tagger.valueProperty().bindBidirectional(model.tagger());
        for (ExistingCaptions use : ExistingCaptions.values()) {
            String id = use.name().toLowerCase(Locale.ROOT);
            existing.add(
                    "tagging-" + id,
                    texts.follow(Phrase.of("tagging.use-" + id)),
                    "",
                    use,
                    model.existing());
        }
        threshold.range(0, 1, STEP, model.threshold().get(), 2);
        texts.language()
                .subscribe(_ -> threshold.write(value -> texts.say("number.hundredths", value)));
        threshold.valueProperty().bindBidirectional(model.threshold());
        threshold.slider().accessibleTextProperty().bind(threshold.textProperty());
        unwanted.textProperty().bindBidirectional(model.unwanted());
        changes.setItems(model.changes());
        changes.setCellFactory(_ -> new ChangeCell());
        cancel.setOnAction(_ -> model.close());
        write.setOnAction(_ -> model.write());
        model.state().subscribe(_ -> show());
        model.changes().subscribe(this::show);
        texts.language().subscribe(this::show);
    }

    /** What gets the focus. */
    Button cancel() {
        return cancel;
    }

    private void show() {
        boolean shown = model.state().get() == TaggingModel.State.SHOWN;
        int count = model.changes().size();
        looking.setVisible(!shown);
        nothing.setVisible(shown && count == 0);
        changes.setVisible(shown && count > 0);
        write.setDisable(!shown || count == 0);
        write.setText(texts.say("tagging.write", count));
    }
}
