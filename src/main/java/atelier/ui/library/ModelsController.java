package atelier.ui.library;

import atelier.ui.component.EmptyState;
import atelier.ui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/** The middle of the models: what is there, and what can be fetched. */
public final class ModelsController {

    private final LibraryModel model;
    private final LibraryWays ways;
    private final Texts texts;

    @FXML private VBox rows;
    @FXML private EmptyState empty;

    /**
     * @param ways where one goes on with a model
     */
    public ModelsController(LibraryModel model, LibraryWays ways, Texts texts) {
        this.model = model;
        this.ways = ways;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        ModelsModel models = model.models();
        models.shown().addListener((ListChangeListener<ModelItem>) _ -> show());
        models.asking().subscribe((_, _) -> show());
        texts.language().subscribe((_, _) -> show());
        show();
    }

    private void show() {
        ModelsModel models = model.models();
        rows.getChildren()
                .setAll(
                        models.shown().stream()
                                .map(item -> new ModelRow(item, models, texts, ways::showInFiles))
                                .toList());
        empty.setVisible(models.shown().isEmpty());
        empty.setTitle(texts.say("library.no-models"));
        empty.setDetail(texts.say("library.no-models-detail"));
    }
}
