package atelier.ui.component;

import atelier.ui.theme.Icons;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A column at a side of a panel that gives way to a strip where the panel is narrow; the button on
 * the strip unfolds it, and folds it again.
 */
public final class FoldingColumn extends HBox {

    /** Less than that, and a column at the right folds: in a window of 1280 pixels. */
    public static final double RIGHT_LEAST = 1192;

    /** The same of a column at the left: in a window of 1100 pixels. */
    public static final double LEFT_LEAST = 1012;

    private final Node content;
    private final Button button = new Button();
    private final VBox strip = new VBox(8, button);
    private boolean narrow;
    private boolean unfolded;

    /**
     * @param id of the button
     * @param icon on it
     * @param name of the column
     */
    private FoldingColumn(Node content, String id, String icon, ObservableValue<String> name) {
        this.content = content;
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-only");
        button.setGraphic(Icons.of(icon));
        button.accessibleTextProperty().bind(name);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(name);
        button.setTooltip(tip);
        button.setOnAction(_ -> {
            unfolded = !unfolded;
            show();
        });
        strip.getStyleClass().add("strip");
        for (Node part : new Node[] {content, strip}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        setFillHeight(true);
        show();
    }

    /** At the right of a panel that is so wide. */
    public static FoldingColumn right(
            Node content,
            String id,
            String icon,
            ObservableValue<String> name,
            ReadOnlyDoubleProperty panel) {
        FoldingColumn column = new FoldingColumn(content, id, icon, name);
        column.getChildren().addAll(content, column.strip);
        panel.subscribe(width -> column.fold(width.doubleValue() < RIGHT_LEAST));
        return column;
    }

    /** At the left of a panel that is so wide. */
    public static FoldingColumn left(
            Node content,
            String id,
            String icon,
            ObservableValue<String> name,
            ReadOnlyDoubleProperty panel) {
        FoldingColumn column = new FoldingColumn(content, id, icon, name);
        column.strip.getStyleClass().add("at-left");
        column.getChildren().addAll(column.strip, content);
        panel.subscribe(width -> column.fold(width.doubleValue() < LEFT_LEAST));
        return column;
    }

    private void fold(boolean now) {
        narrow = now;
        show();
    }

    private void show() {
        content.setVisible(!narrow || unfolded);
        strip.setVisible(narrow);
    }

    /** Unfolds it, if it is folded. */
    public void unfold() {
        unfolded = true;
        show();
    }
}
