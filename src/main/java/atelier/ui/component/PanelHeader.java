package atelier.ui.component;

import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
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

    private final HBox before = new HBox();
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
        before.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        actions.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        actions.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(2, title, state);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        before.managedProperty()
                .bind(javafx.beans.binding.Bindings.isNotEmpty(before.getChildren()));
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        getChildren().addAll(before, words, space, actions);
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
        return before.getChildren();
    }

    /** The buttons at the right. */
    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }
}
