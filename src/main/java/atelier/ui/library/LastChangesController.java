package atelier.ui.library;

import atelier.model.library.AuditRow;
import atelier.ui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The right column of the overview: what is to be mended, and what was changed last. */
public final class LastChangesController {

    private static final int MOST = 4;

    private final LibraryModel model;
    private final Texts texts;
    private final Moments moments;
    private final Node health;

    @FXML private VBox column;
    @FXML private Hyperlink all;
    @FXML private Label none;
    @FXML private VBox changes;

    /**
     * @param health what is to be mended
     */
    public LastChangesController(LibraryModel model, Texts texts, Moments moments, Node health) {
        this.model = model;
        this.texts = texts;
        this.moments = moments;
        this.health = health;
    }

    @FXML
    void initialize() {
        column.getChildren().addFirst(health);
        VBox.setVgrow(health, Priority.ALWAYS);
        ChangeList list = new ChangeList(texts, moments, model::takeBack, MOST);
        none.managedProperty().bind(none.visibleProperty());
        all.setOnAction(_ -> model.tab().set(LibraryTab.HISTORY));
        Runnable show =
                () -> {
                    list.show(changes, model.last());
                    none.setVisible(model.last().isEmpty());
                };
        model.last().addListener((ListChangeListener<AuditRow>) _ -> show.run());
        texts.language().subscribe(show);
        show.run();
    }
}
