package atelier.ui.guide;

import atelier.ui.component.EmptyState;
import atelier.ui.component.PanelHeader;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Shows the command of a stage. */
public final class GuideController {

    private final GuideModel model;
    private final Texts texts;

    @FXML private PanelHeader header;
    @FXML private EmptyState guide;
    @FXML private TextField command;
    @FXML private Button copy;

    /** Shows what that model says. */
    public GuideController(GuideModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        header.titleProperty().bind(texts.follow(Phrase.of(model.place().nameKey())));
        guide.setIcon(model.place().icon());
        guide.detailProperty().bind(texts.follow(model.purpose()));
        command.setText(model.command());
        copy.setOnAction(_ -> model.copy());
    }
}
