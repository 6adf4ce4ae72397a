package atelier.ui.shell;

import atelier.ui.component.KeyCap;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The rail: the six stages, the search and the settings. */
public final class RailController {

    private final ShellModel shell;
    private final Texts texts;
    private final Runnable openPalette;

    @FXML private VBox stages;
    @FXML private VBox foot;
    @FXML private Button search;

    /**
     * @param openPalette opens the command palette
     */
    public RailController(ShellModel shell, Texts texts, Runnable openPalette) {
        this.shell = shell;
        this.texts = texts;
        this.openPalette = openPalette;
    }

    @FXML
    void initialize() {
        Place.stages().forEach(place -> stages.getChildren().add(item(place)));
        foot.getChildren().add(item(Place.SETTINGS));
        search.setText(KeyCap.text(ShellCommands.PALETTE));
        search.setOnAction(_ -> openPalette.run());
    }

    private StackPane item(Place place) {
        ToggleButton button = new ToggleButton();
        button.setId("rail-" + place.id());
        button.getStyleClass().add("rail-item");
        button.setGraphic(Icons.of(place.icon(), Icons.RAIL));
        button.textProperty().bind(texts.follow(Phrase.of(place.nameKey())));
        button.setTooltip(tooltip(place));
        button.setOnAction(_ -> {
            shell.go(place);
            button.setSelected(shell.place().get() == place);
        });
        shell.place().subscribe(now -> button.setSelected(now == place));
        Region dot = new Region();
        dot.getStyleClass().add("rail-dot");
        dot.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> shell.working().contains(place), shell.working()));
        Label count = new Label();
        count.getStyleClass().add("rail-count");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> "" + shell.findings().getOrDefault(place, 0),
                                shell.findings()));
        count.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> shell.findings().getOrDefault(place, 0) > 0,
                                shell.findings()));
        StackPane item = new StackPane(button, dot, count);
        for (Region sign : new Region[] {dot, count}) {
            sign.setMouseTransparent(true);
            StackPane.setAlignment(sign, Pos.TOP_CENTER);
        }
        dot.setTranslateX(16);
        dot.setTranslateY(8);
        count.setTranslateX(20);
        count.setTranslateY(4);
        return item;
    }

    private Tooltip tooltip(Place place) {
        Tooltip tooltip = new Tooltip();
        String keys = place.keys() == null ? "" : KeyCap.text(place.keys());
        tooltip.textProperty()
                .bind(texts.follow(Phrase.of("rail.tooltip", Phrase.of(place.nameKey()), keys)));
        return tooltip;
    }
}
