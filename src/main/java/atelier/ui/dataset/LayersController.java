package atelier.ui.dataset;

import atelier.ui.component.Segments;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What is seen over the chosen picture, and whether training uses the masks. */
public final class LayersController {

    private final LayerModel model;
    private final Texts texts;

    @FXML private Segments segments;
    @FXML private Label problem;
    @FXML private HBox masks;
    @FXML private CheckBox use;
    @FXML private Label state;

    /** Shows that model. */
    public LayersController(LayerModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        for (PictureLayer one : PictureLayer.values()) {
            segments.add(
                    "layer-" + one.id(), texts.follow(one.title()), one.icon(), one, model.layer());
        }
        problem.managedProperty().bind(problem.visibleProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        masks.managedProperty().bind(masks.visibleProperty());
        masks.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.layer().get() == PictureLayer.MASK, model.layer()));
        use.setOnAction(_ -> model.use(use.isSelected()));
        model.over().subscribe(_ -> show());
        model.masks().subscribe(_ -> show());
        model.making().subscribe(_ -> show());
        texts.language().subscribe(this::show);
    }

    private void show() {
        LayerModel.Over over = model.over().get();
        Phrase why = over == null ? null : over.problem();
        problem.setText(why == null ? "" : texts.say(why));
        LayerWork.Masks now = model.masks().get();
        use.setSelected(now.used());
        use.setDisable(now.all() == 0);
        @Nullable Phrase making = model.making().get();
        state.setText(
                making == null
                        ? texts.say("dataset.masks-state", now.there(), now.all())
                        : texts.say(making));
    }
}
