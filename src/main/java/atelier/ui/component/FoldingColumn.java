package atelier.ui.component;

import atelier.ui.theme.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The right column of a panel; where the panel is too narrow for it, it folds into a strip with a
 * button that shows it.
 */
public final class FoldingColumn extends HBox {

    private final StackPane content = new StackPane();
    private final Button unfold = new Button();
    private final VBox strip = new VBox(8, unfold);
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final BooleanProperty unfolded = new SimpleBooleanProperty();

    /** With nothing in it. */
    public FoldingColumn() {
        strip.getStyleClass().add("strip");
        content.getStyleClass().add("right-column");
        unfold.getStyleClass().addAll("flat", "icon-only");
        unfold.setGraphic(Icons.of("sidebar"));
        unfold.setOnAction(_ -> unfolded.set(!unfolded.get()));
        strip.visibleProperty().bind(narrow);
        strip.managedProperty().bind(narrow);
        content.visibleProperty().bind(narrow.not().or(unfolded));
        content.managedProperty().bind(content.visibleProperty());
        visibleProperty().bind(Bindings.isNotEmpty(content.getChildren()));
        managedProperty().bind(visibleProperty());
        getChildren().addAll(content, strip);
    }

    /**
     * Folds where its panel is narrower.
     *
     * @param width of the panel
     * @param roomy the least width at which it stays unfolded
     * @param words what the button says to those who do not see it
     */
    public void follow(ObservableValue<Number> width, double roomy, ObservableValue<String> words) {
        narrow.bind(
                Bindings.createBooleanBinding(() -> width.getValue().doubleValue() < roomy, width));
        unfold.accessibleTextProperty().bind(words);
    }

    /** Shows something; several things lie one upon the other. */
    public void show(Node... nodes) {
        content.getChildren().setAll(nodes);
    }
}
