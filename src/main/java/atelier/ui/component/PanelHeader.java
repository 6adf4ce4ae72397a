package atelier.ui.component;

import javafx.beans.DefaultProperty;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The top of a panel: what stands before the title, the title with one line that sums up the state,
 * and the actions at the right, the primary one last.
 */
@DefaultProperty("actions")
public final class PanelHeader extends HBox {

    private final ObservableList<Node> before =
            FXCollections.observableArrayList(node -> new Observable[] {node.visibleProperty()});
    private final Label title = new Label();
    private final Label state = new Label();
    private final HBox actions = new HBox(12);

    /** Empty. */
    public PanelHeader() {
        getStyleClass().add("panel-header");
        title.getStyleClass().add("title");
        state.getStyleClass().addAll("quiet", "small-text");
        title.setMinWidth(USE_PREF_SIZE);
        actions.getStyleClass().add("actions");
        HBox left = new HBox();
        left.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Bindings.bindContent(left.getChildren(), before);
        actions.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        actions.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(2, title, state);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        // The title stands where the columns begin, unless something is before it.
        left.managedProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> before.stream().anyMatch(Node::isVisible), before));
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        getChildren().addAll(left, words, space, actions);
    }

    /** What the panel is called. */
    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /** What the panel is called. */
    public String getTitle() {
        return title.getText();
    }

    /** Sets what the panel is called. */
    public void setTitle(String words) {
        title.setText(words);
    }

    /** The line that sums up the state. */
    public StringProperty stateProperty() {
        return state.textProperty();
    }

    /** The line that sums up the state. */
    public String getState() {
        return state.getText();
    }

    /** Sets the line that sums up the state. */
    public void setState(String words) {
        state.setText(words);
    }

    /** What stands before the title, such as the character. */
    public ObservableList<Node> getBefore() {
        return before;
    }

    /** The buttons at the right. */
    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }
}
