package atelier.ui.review;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Lays pictures of one shape side by side, in as many rows as make them largest. */
final class Tiles extends Region {

    private static final double GAP = 8;

    private double ratio = 1;

    Tiles() {
        setMinSize(0, 0);
    }

    /**
     * Shows them.
     *
     * @param shape height of a picture by its width
     */
    void show(List<? extends Node> panes, double shape) {
        ratio = shape;
        getChildren().setAll(panes);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        if (count == 0) {
            return;
        }
        int columns = columns(count, getWidth(), getHeight(), ratio);
        int rows = (count + columns - 1) / columns;
        double width = Math.floor((getWidth() - GAP * (columns - 1)) / columns);
        double height = Math.floor((getHeight() - GAP * (rows - 1)) / rows);
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int column = i % columns;
            getChildren()
                    .get(i)
                    .resizeRelocate(column * (width + GAP), row * (height + GAP), width, height);
        }
    }

    /** In how many columns the pictures become largest. */
    static int columns(int count, double width, double height, double ratio) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double wide = (width - GAP * (columns - 1)) / columns;
            double high = (height - GAP * (rows - 1)) / rows;
            double own = Math.min(wide, high / ratio);
            if (own > largest) {
                largest = own;
                best = columns;
            }
        }
        return best;
    }
}
