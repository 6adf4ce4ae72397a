package atelier.ui.generation;

import atelier.model.library.CharacterRecord;
import atelier.ui.component.FileDrop;
import atelier.ui.component.FoldingColumn;
import atelier.ui.component.PanelHeader;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The generation panel: its header and its columns. */
public final class GenerationController {

    private final GenerationModel model;
    private final Texts texts;
    private final Parent left;
    private final Parent middle;
    private final Parent right;

    @FXML private BorderPane panel;
    @FXML private PanelHeader header;
    @FXML private MenuButton character;
    @FXML private Button take;
    @FXML private HBox columns;

    /**
     * @param left what is ordered
     * @param middle what came of it
     * @param right adapters and queue
     */
    public GenerationController(
            GenerationModel model, Texts texts, Parent left, Parent middle, Parent right) {
        this.model = model;
        this.texts = texts;
        this.left = left;
        this.middle = middle;
        this.right = right;
    }

    @FXML
    void initialize() {
        HBox.setHgrow(middle, Priority.ALWAYS);
        columns.getChildren()
                .setAll(
                        left,
                        middle,
                        FoldingColumn.right(
                                right,
                                "unfold",
                                "sliders",
                                texts.follow(Phrase.of("gen.adapters")),
                                panel.widthProperty()));
        take.setOnAction(_ -> model.takeChosen());
        header.stateProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::state,
                                model.form().model(),
                                model.shelf().changes(),
                                texts.language()));
        model.characters().subscribe(this::fillCharacters);
        character.visibleProperty().bind(Bindings.isNotEmpty(model.characters()));
        character.managedProperty().bind(character.visibleProperty());
        character
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    CharacterRecord now = model.gallery().character().get();
                                    return now == null ? "" : now.name();
                                },
                                model.gallery().character()));
        new FileDrop(null, model::drop).on(panel);
    }

    private String state() {
        if (model.form().model().get() == null) {
            return texts.say("gen.no-model-state");
        }
        String name = model.form().model().get().name();
        int adapters = model.shelf().strengths().size();
        return adapters == 0
                ? texts.say("gen.state-alone", name)
                : texts.say("gen.state", name, adapters);
    }

    private void fillCharacters() {
        character
                .getItems()
                .setAll(
                        model.characters().stream()
                                .map(one -> {
                                    MenuItem item = new MenuItem(one.name());
                                    item.setOnAction(_ -> model.gallery().character().set(one));
                                    return item;
                                })
                                .toList());
    }
}
