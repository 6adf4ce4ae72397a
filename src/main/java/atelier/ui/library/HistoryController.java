package atelier.ui.library;

import atelier.model.library.AuditRow;
import atelier.ui.component.EmptyState;
import atelier.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/** Every change of the library, the newest first. */
public final class HistoryController {

    private final LibraryModel model;
    private final Texts texts;
    private final Moments moments;

    @FXML private ListView<AuditRow> rows;
    @FXML private EmptyState empty;

    /** Shows the history of that model. */
    public HistoryController(LibraryModel model, Texts texts, Moments moments) {
        this.model = model;
        this.texts = texts;
        this.moments = moments;
    }

    @FXML
    void initialize() {
        rows.setItems(model.last());
        rows.setCellFactory(_ -> new Row());
        rows.visibleProperty().bind(Bindings.isNotEmpty(model.last()));
        empty.visibleProperty().bind(rows.visibleProperty().not());
        texts.language().subscribe(rows::refresh);
    }

    private final class Row extends ListCell<AuditRow> {

        @Override
        protected void updateItem(@Nullable AuditRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(
                    empty || row == null
                            ? null
                            : new ChangeRow(row, texts, moments, model::takeBack));
        }
    }
}
