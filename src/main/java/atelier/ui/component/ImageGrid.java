package atelier.ui.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A grid of equal cells that fills its width and scrolls through any number of things, as only the
 * rows in sight exist and are used again. Arrow keys move the choice.
 *
 * @param <T> what is shown
 */
public final class ImageGrid<T> extends StackPane {

    /** Between two cells. */
    public static final double GAP = 8;

    private static final double SCROLL_BAR = 12;
    private static final double RING = 4;

    /**
     * A cell, used again for one thing after another.
     *
     * @param <T> what is shown
     */
    public interface Cell<T> {
        /** What is seen. */
        Region node();

        /**
         * Shows a thing.
         *
         * @param item null for nothing
         * @param chosen whether it is the chosen one
         */
        void show(@Nullable T item, boolean chosen, double width, double height);
    }

    private final ListView<Integer> rows = new ListView<>();
    private final ObjectProperty<@Nullable T> chosen = new SimpleObjectProperty<>();
    private final DoubleProperty mostWidth = new SimpleDoubleProperty(120);
    private final DoubleProperty ratio = new SimpleDoubleProperty(1.44);
    private final DoubleProperty foot = new SimpleDoubleProperty();
    private final ListChangeListener<T> watch = _ -> arrange();
    private ObservableList<T> items = FXCollections.observableArrayList();
    private int columns = 1;
    private double cellWidth = 1;

    /** Empty. */
    public ImageGrid() {
        getStyleClass().add("image-grid");
        rows.getStyleClass().add("image-rows");
        getChildren().add(rows);
        widthProperty().subscribe(this::arrange);
        mostWidth.subscribe(this::arrange);
        ratio.subscribe(this::arrange);
        foot.subscribe(this::arrange);
        chosen.subscribe(() -> rows.refresh());
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /**
     * Shows things.
     *
     * @param shown whose changes are followed
     * @param cells makes cells
     */
    public void show(ObservableList<T> shown, Supplier<Cell<T>> cells) {
        items.removeListener(watch);
        items = shown;
        items.addListener(watch);
        rows.setCellFactory(_ -> new Row(cells));
        arrange();
    }

    private void arrange() {
        double room = getWidth() - SCROLL_BAR - 2 * RING;
        if (room <= 0) {
            return;
        }
        // As many as are at most so wide, and then as wide as fills the room.
        columns = Math.max(1, (int) Math.ceil((room + GAP) / (mostWidth.get() + GAP)));
        cellWidth = Math.floor((room + GAP) / columns - GAP);
        rows.setFixedCellSize(cellHeight() + GAP);
        int count = (items.size() + columns - 1) / columns;
        ObservableList<Integer> lines = rows.getItems();
        if (lines.size() > count) {
            lines.remove(count, lines.size());
        } else {
            List<Integer> more = new ArrayList<>();
            for (int line = lines.size(); line < count; line++) {
                more.add(line);
            }
            lines.addAll(more);
        }
        rows.refresh();
    }

    private double cellHeight() {
        return Math.floor(cellWidth * ratio.get() + foot.get());
    }

    private void pressed(KeyEvent event) {
        int now = items.indexOf(chosen.get());
        int next =
                switch (event.getCode()) {
                    case LEFT -> now - 1;
                    case RIGHT -> now + 1;
                    case UP -> now - columns;
                    case DOWN -> now < 0 ? 0 : now + columns;
                    case HOME -> 0;
                    case END -> items.size() - 1;
                    default -> Integer.MIN_VALUE;
                };
        if (next == Integer.MIN_VALUE || event.isShortcutDown()) {
            return;
        }
        event.consume();
        if (next >= 0 && next < items.size()) {
            choose(items.get(next));
        }
    }

    /** Chooses a thing and scrolls to it. */
    public void choose(T item) {
        chosen.set(item);
        rows.scrollTo(Math.max(0, items.indexOf(item) / columns - 1));
        rows.requestFocus();
    }

    /** Scrolls to the thing of that number. */
    public void scrollTo(int index) {
        rows.scrollTo(index / columns);
    }

    /** The most that a cell may be wide, in pixels; they fill the grid's width. */
    public DoubleProperty mostWidthProperty() {
        return mostWidth;
    }

    /** Height of a cell by its width. */
    public DoubleProperty ratioProperty() {
        return ratio;
    }

    /** What a cell is higher than that, for words below its picture; in pixels. */
    public DoubleProperty footProperty() {
        return foot;
    }

    /** The chosen thing; null for none. */
    public ObjectProperty<@Nullable T> chosenProperty() {
        return chosen;
    }

    /** A row of cells. */
    private final class Row extends ListCell<Integer> {

        private final Supplier<Cell<T>> maker;
        private final List<Cell<T>> cells = new ArrayList<>();
        private final HBox box = new HBox(GAP);

        Row(Supplier<Cell<T>> maker) {
            this.maker = maker;
            getStyleClass().add("image-row");
        }

        @Override
        protected void updateItem(@Nullable Integer line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                cells.forEach(cell -> cell.show(null, false, cellWidth, cellHeight()));
                setGraphic(null);
                return;
            }
            int first = line * columns;
            int count = Math.max(0, Math.min(columns, items.size() - first));
            while (cells.size() < count) {
                cells.add(maker.get());
            }
            for (int i = 0; i < cells.size(); i++) {
                fill(cells.get(i), i < count ? items.get(first + i) : null);
            }
            List<Region> nodes = cells.subList(0, count).stream().map(Cell::node).toList();
            if (!box.getChildren().equals(nodes)) {
                box.getChildren().setAll(nodes);
            }
            setGraphic(box);
        }

        private void fill(Cell<T> cell, @Nullable T item) {
            Region node = cell.node();
            node.setMinSize(cellWidth, cellHeight());
            node.setMaxSize(cellWidth, cellHeight());
            node.setOnMousePressed(
                    item == null
                            ? null
                            : _ -> {
                                chosen.set(item);
                                rows.requestFocus();
                            });
            cell.show(item, item != null && item.equals(chosen.get()), cellWidth, cellHeight());
        }
    }
}
