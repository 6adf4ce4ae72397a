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
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A grid of equal squares that scrolls through any number of things, as only the rows in sight
 * exist. Arrow keys move the choice.
 *
 * @param <T> what is shown
 */
public final class PictureGrid<T> extends StackPane {

    /** Between two squares. */
    public static final double GAP = 8;

    private static final double SCROLL_BAR = 14;

    /**
     * A square of the grid, used again for one thing after another.
     *
     * @param <T> what is shown
     */
    public interface Tile<T> {
        /** What is seen. */
        Region node();

        /** Shows a thing. */
        void show(T item, boolean chosen);
    }

    private final ListView<List<T>> rows = new ListView<>();
    private final ObjectProperty<T> chosen = new SimpleObjectProperty<>();
    private final DoubleProperty side = new SimpleDoubleProperty(136);
    private ObservableList<T> items = FXCollections.observableArrayList();
    private final ListChangeListener<T> watch = _ -> arrange();
    private int columns = 1;
    private double tile = 136;
    private Runnable activate = () -> {};

    /** Empty. */
    public PictureGrid() {
        getStyleClass().add("picture-grid");
        rows.getStyleClass().add("picture-rows");
        getChildren().add(rows);
        widthProperty().subscribe(_ -> arrange());
        side.subscribe(_ -> arrange());
        chosen.subscribe(_ -> rows.refresh());
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /**
     * Shows things.
     *
     * @param shown whose changes are followed
     * @param tiles makes squares
     * @param onEnter done when Enter is pressed on the chosen one
     */
    public void show(ObservableList<T> shown, Supplier<Tile<T>> tiles, Runnable onEnter) {
        items.removeListener(watch);
        items = shown;
        items.addListener(watch);
        activate = onEnter;
        rows.setCellFactory(_ -> new Row(tiles));
        arrange();
    }

    /** The most that the side of a square may be, in pixels; they fill the width. */
    public DoubleProperty sideProperty() {
        return side;
    }

    /** The chosen thing; null for none. */
    public ObjectProperty<T> chosenProperty() {
        return chosen;
    }

    private void arrange() {
        double room = Math.max(side.get(), getWidth() - SCROLL_BAR - GAP);
        // As many as are at most so large, and then as large as fills the width.
        columns = Math.max(1, (int) Math.ceil((room + GAP) / (side.get() + GAP)));
        tile = Math.floor((room + GAP) / columns - GAP);
        rows.setFixedCellSize(tile + GAP);
        List<List<T>> lines = new ArrayList<>();
        for (int first = 0; first < items.size(); first += columns) {
            lines.add(List.copyOf(items.subList(first, Math.min(items.size(), first + columns))));
        }
        rows.getItems().setAll(lines);
    }

    private void pressed(KeyEvent event) {
        int now = items.indexOf(chosen.get());
        int next =
                switch (event.getCode()) {
                    case LEFT -> now - 1;
                    case RIGHT -> now + 1;
                    case UP -> now - columns;
                    case DOWN -> now + columns;
                    case HOME -> 0;
                    case END -> items.size() - 1;
                    case ENTER -> {
                        activate.run();
                        yield now;
                    }
                    default -> -2;
                };
        if (next == -2) {
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

    /** A row of squares. */
    private final class Row extends ListCell<List<T>> {

        private final Supplier<Tile<T>> maker;
        private final List<Tile<T>> tiles = new ArrayList<>();
        private final HBox box = new HBox(GAP);

        Row(Supplier<Tile<T>> maker) {
            this.maker = maker;
            // Room for the ring around the chosen one.
            box.setPadding(new Insets(GAP / 2));
            getStyleClass().add("picture-row");
        }

        @Override
        protected void updateItem(@Nullable List<T> line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            while (tiles.size() < line.size()) {
                tiles.add(maker.get());
            }
            List<Region> nodes = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
                T item = line.get(i);
                Region node = tiles.get(i).node();
                node.setMinSize(tile, tile);
                node.setMaxSize(tile, tile);
                node.setOnMousePressed(_ -> choose(item));
                tiles.get(i).show(item, item.equals(chosen.get()));
                nodes.add(node);
            }
            if (!box.getChildren().equals(nodes)) {
                box.getChildren().setAll(nodes);
            }
            setGraphic(box);
        }
    }
}
