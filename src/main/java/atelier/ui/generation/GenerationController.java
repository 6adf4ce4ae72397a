package atelier.ui.generation;

import atelier.model.library.CharacterRecord;
import atelier.ui.component.PanelHeader;
import atelier.ui.text.Texts;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The generation panel: its header and its columns. */
public final class GenerationController {

    /** Less than that, and the right column folds. */
    private static final double ROOMY = 1180;

    private final GenerationModel model;
    private final Texts texts;
    private final Parent left;
    private final Parent middle;
    private final Parent right;
    private boolean unfolded;

    @FXML private BorderPane panel;
    @FXML private PanelHeader header;
    @FXML private MenuButton character;
    @FXML private Button take;
    @FXML private HBox columns;
    @FXML private VBox strip;
    @FXML private Button unfold;

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
        columns.getChildren().addFirst(left);
        columns.getChildren().add(1, middle);
        columns.getChildren().add(2, right);
        right.managedProperty().bind(right.visibleProperty());
        strip.managedProperty().bind(strip.visibleProperty());
        unfold.setOnAction(_ -> {
            unfolded = !unfolded;
            fold();
        });
        panel.widthProperty().subscribe(this::fold);
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
        panel.setOnDragOver(this::over);
        panel.setOnDragDropped(this::dropped);
    }

    private void fold() {
        boolean narrow = panel.getWidth() < ROOMY;
        right.setVisible(!narrow || unfolded);
        strip.setVisible(narrow);
    }

    private String state() {
        if (model.form().model().get() == null) {
            return texts.say("gen.no-model-state");
        }
        return texts.say(
                "gen.state", model.form().model().get().name(), model.shelf().strengths().size());
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

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.drop(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
