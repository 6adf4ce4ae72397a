package atelier.ui.shell;

import atelier.ui.component.EmptyState;
import atelier.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;

/** The queue as it opens from the job bar: every job, and what can be done about each. */
public final class QueueController {

    private final QueueModel model;
    private final Texts texts;
    private final Runnable closing;

    @FXML private Label count;
    @FXML private Button clear;
    @FXML private Button close;
    @FXML private ScrollPane scroll;
    @FXML private EmptyState empty;

    /**
     * @param closing takes it away
     */
    public QueueController(QueueModel model, Texts texts, Runnable closing) {
        this.model = model;
        this.texts = texts;
        this.closing = closing;
    }

    @FXML
    void initialize() {
        close.setOnAction(_ -> closing.run());
        clear.setOnAction(_ -> model.clearOver());
        clear.visibleProperty().bind(model.someOver());
        count.textProperty().bind(model.unfinished().asString());
        scroll.setContent(new QueueRows(model, texts));
        for (Node part : new Node[] {scroll, empty}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        empty.visibleProperty().bind(Bindings.isEmpty(model.jobs()));
        scroll.visibleProperty().bind(Bindings.isNotEmpty(model.jobs()));
    }

    /** What gets the focus first. */
    Button close() {
        return close;
    }
}
