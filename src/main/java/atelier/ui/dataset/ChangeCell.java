package atelier.ui.dataset;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a caption is and what it would become. */
final class ChangeCell extends ListCell<ProposedCaption> {

    /** The list's scroll bar and its own edges. */
    private static final double ASIDE = 28;

    private final Label name = new Label();
    private final Label before = new Label();
    private final Label after = new Label();
    private final VBox lines = new VBox(2, name, before, after);

    ChangeCell() {
        name.getStyleClass().addAll("name", "small-text");
        before.getStyleClass().addAll("quiet", "struck");
        before.managedProperty().bind(before.visibleProperty());
        for (Label label : new Label[] {before, after}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        // As wide as the list, so that long captions go on in the next line.
        lines.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ProposedCaption change, boolean empty) {
        super.updateItem(change, empty);
        boolean none = empty || change == null;
        setGraphic(none ? null : lines);
        if (change == null || empty) {
            setAccessibleText("");
            return;
        }
        name.setText(change.name());
        before.setVisible(!change.before().isEmpty());
        before.setText(change.before());
        after.setText(change.after());
        setAccessibleText(name.getText() + ": " + after.getText());
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double room = Math.max(1, getListView().getWidth() - ASIDE);
        return snappedTopInset() + lines.prefHeight(room) + snappedBottomInset();
    }
}
