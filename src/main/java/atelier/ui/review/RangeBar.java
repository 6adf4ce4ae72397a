package atelier.ui.review;

import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** A number on a scale, with the range that it lies in. */
final class RangeBar extends Region {

    private static final double RADIUS = 5;
    private static final double HEIGHT = 16;

    private final Line scale = new Line();
    private final Line range = new Line();
    private final Circle dot = new Circle(RADIUS);
    private final double low;
    private final double middle;
    private final double high;

    /** All of it as shares of the scale, 0 to 1. */
    RangeBar(double low, double middle, double high) {
        this.low = Math.clamp(low, 0, 1);
        this.middle = Math.clamp(middle, 0, 1);
        this.high = Math.clamp(high, 0, 1);
        scale.getStyleClass().add("range-scale");
        range.getStyleClass().add("range-bar");
        dot.getStyleClass().add("range-dot");
        setMinSize(40, HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().addAll(scale, range, dot);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * RADIUS;
        double y = Math.round(getHeight() / 2) + 0.5;
        place(scale, RADIUS, RADIUS + width, y);
        place(range, RADIUS + width * low, RADIUS + width * high, y);
        dot.setCenterX(RADIUS + width * middle);
        dot.setCenterY(y);
    }

    private static void place(Line line, double from, double to, double y) {
        line.setStartX(from);
        line.setEndX(to);
        line.setStartY(y);
        line.setEndY(y);
    }
}
