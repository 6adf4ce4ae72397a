package atelier.ui.shell;

import atelier.ui.component.EmptyState;
import atelier.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** The command palette. */
public final class PaletteController {

    private static final double ROW = 40;
    private static final int MOST_ROWS = 12;

    private final PaletteModel model;
    private final Texts texts;
    private final Runnable close;

    @FXML private TextField field;
    @FXML private Label count;
    @FXML private ListView<PaletteRow> list;
    @FXML private EmptyState empty;

    /**
     * @param close takes the palette away
     */
    public PaletteController(PaletteModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
    }

    @FXML
    void initialize() {
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        count.textProperty().bind(texts.follow(model.count()));
        list.setItems(model.rows());
        list.setCellFactory(_ -> new PaletteCell(texts));
        list.setFixedCellSize(ROW);
        list.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.min(model.rows().size(), MOST_ROWS) * ROW + 18,
                                model.rows()));
        list.setOnMouseClicked(_ -> {
            model.chosen().set(list.getSelectionModel().getSelectedIndex());
            perform();
        });
        model.chosen()
                .subscribe(index -> {
                    list.getSelectionModel().clearAndSelect(index.intValue());
                    list.scrollTo(Math.max(0, index.intValue() - MOST_ROWS + 2));
                });
        list.managedProperty().bind(list.visibleProperty());
        list.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        empty.managedProperty().bind(empty.visibleProperty());
        empty.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        empty.titleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.say("palette.nothing", model.query().get()),
                                model.query(),
                                texts.language()));
        empty.detailProperty().bind(texts.follow(model.nearest()));
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> perform();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void perform() {
        if (model.chosen().get() >= 0) {
            close.run();
            model.perform();
        }
    }

    /** Where the user writes. */
    public TextField field() {
        return field;
    }
}
