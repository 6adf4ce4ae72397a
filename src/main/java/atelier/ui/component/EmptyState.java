package atelier.ui.component;

import atelier.ui.theme.Icons;
import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing: an icon, what to do, one quiet line, and one button. */
@DefaultProperty("actions")
public final class EmptyState extends VBox {

    private static final int ICON = 24;
    private static final double WIDEST = 420;

    private final FontIcon icon = Icons.of("info", ICON);
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox actions = new HBox(8);

    /** Without words. */
    public EmptyState() {
        getStyleClass().add("empty");
        title.getStyleClass().add("section");
        detail.getStyleClass().add("quiet");
        for (Label label : new Label[] {title, detail}) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
            label.setMaxWidth(WIDEST);
            label.setMinHeight(USE_PREF_SIZE);
        }
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        setFillWidth(false);
        actions.setAlignment(javafx.geometry.Pos.CENTER);
        actions.setPadding(new javafx.geometry.Insets(8, 0, 0, 0));
        actions.managedProperty()
                .bind(javafx.beans.binding.Bindings.isNotEmpty(actions.getChildren()));
        getChildren().addAll(icon, title, detail, actions);
    }

    /** The icon's name in the Feather set. */
    public String getIcon() {
        return icon.getIconLiteral();
    }

    /** Sets the icon by its name in the Feather set. */
    public void setIcon(String name) {
        icon.setIconLiteral(Icons.literal(name));
    }

    /** What to do. */
    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /** What to do. */
    public String getTitle() {
        return title.getText();
    }

    /** Sets what to do. */
    public void setTitle(String words) {
        title.setText(words);
    }

    /** What else to know. */
    public StringProperty detailProperty() {
        return detail.textProperty();
    }

    /** What else to know. */
    public String getDetail() {
        return detail.getText();
    }

    /** Sets what else to know. */
    public void setDetail(String words) {
        detail.setText(words);
    }

    /** The button, at most two. */
    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }
}
