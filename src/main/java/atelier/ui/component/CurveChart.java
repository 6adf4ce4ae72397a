package atelier.ui.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Curves over steps, with axes, a line where the run is, and a point that is pointed out. One line
 * for each curve, so that thousands of points do not hold up the window; colours and forms come
 * from the style sheet.
 */
public final class CurveChart extends Region {

    private static final double LEFT = 44;
    private static final double FOOT = 22;
    private static final double RIGHT = 10;
    private static final double TOP = 6;
    private static final double DOT = 2.5;
    private static final double RING = 6;
    private static final double ROOM_ACROSS = 74;
    private static final double ROOM_UP = 48;
    private static final double CALLOUT_HEIGHT = 22;

    private final Pane area = new Pane();
    private final List<Words> frame = new ArrayList<>();
    private DoubleFunction<String> xWords = x -> "";
    private DoubleFunction<String> yWords = y -> "";
    private String nowWords = "";
    private @Nullable ChartContent content;
    private double drawnWidth;
    private double drawnHeight;

    /** Without curves. */
    public CurveChart() {
        getStyleClass().add("curve-chart");
        area.getStyleClass().add("curve-area");
        area.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(area.widthProperty());
        clip.heightProperty().bind(area.heightProperty());
        area.setClip(clip);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /**
     * How numbers are written.
     *
     * @param x of the axis at the foot
     * @param y of the axis at the left
     * @param now beside the line where the run is
     */
    public void words(DoubleFunction<String> x, DoubleFunction<String> y, String now) {
        xWords = x;
        yWords = y;
        nowWords = now;
        draw();
    }

    /** Shows something else. */
    public void show(ChartContent shown) {
        content = shown;
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != drawnWidth || getHeight() != drawnHeight) {
            draw();
        }
        frame.forEach(Words::place);
    }

    /** Words of the frame, and where they stand. */
    private record Words(Label label, double x, double middle, double share, Region chart) {

        void place() {
            // Its font is known only then, and its size with it.
            label.applyCss();
            label.autosize();
            double left =
                    Math.min(x - label.getWidth() * share, chart.getWidth() - label.getWidth());
            label.relocate(
                    chart.snapPositionX(left), chart.snapPositionY(middle - label.getHeight() / 2));
        }
    }

    private void draw() {
        drawnWidth = getWidth();
        drawnHeight = getHeight();
        frame.clear();
        area.getChildren().clear();
        double width = drawnWidth - LEFT - RIGHT;
        double height = drawnHeight - TOP - FOOT;
        ChartContent shown = content;
        if (shown == null || width <= 0 || height <= 0) {
            getChildren().clear();
            return;
        }
        area.resizeRelocate(LEFT, TOP, width, height);
        Scale scale = new Scale(shown, width, height);
        drawAxes(shown, scale);
        shown.curves().forEach(curve -> drawCurve(curve, scale));
        if (shown.now() != null) {
            drawNow(scale.x(shown.now()), width, height);
        }
        if (shown.mark() != null) {
            drawMark(shown.mark(), scale);
        }
        getChildren().setAll(area);
        frame.forEach(words -> getChildren().add(words.label()));
        requestLayout();
    }

    /** Where numbers stand in the area. */
    private record Scale(ChartContent shown, double width, double height) {

        double x(double value) {
            return value / Math.max(1, shown.end()) * width;
        }

        double y(double value) {
            return height - (value - shown.low()) / (shown.high() - shown.low()) * height;
        }
    }

    private void drawAxes(ChartContent shown, Scale scale) {
        int up = Math.clamp((int) (scale.height() / ROOM_UP) + 1, 3, 6);
        for (double tick : Ticks.between(shown.low(), shown.high(), up)) {
            double y = Math.round(scale.y(tick)) + 0.5;
            area.getChildren().add(line(0, y, scale.width(), y, "curve-grid"));
            frame.add(words(yWords.apply(tick), LEFT - 8, TOP + y, 1, "curve-label"));
        }
        int across = Math.clamp((int) (scale.width() / ROOM_ACROSS) + 1, 2, 11);
        double end = Math.max(1, shown.end());
        for (double tick : Ticks.between(0, end, across)) {
            frame.add(
                    words(
                            xWords.apply(tick),
                            LEFT + scale.x(tick),
                            TOP + scale.height() + FOOT / 2 + 2,
                            0.5,
                            "curve-label"));
        }
        area.getChildren()
                .add(
                        line(
                                0,
                                scale.height() - 0.5,
                                scale.width(),
                                scale.height() - 0.5,
                                "curve-axis"));
    }

    private void drawCurve(Curve curve, Scale scale) {
        Polyline line = new Polyline();
        Double[] points = new Double[curve.x().length * 2];
        for (int i = 0; i < curve.x().length; i++) {
            points[2 * i] = scale.x(curve.x()[i]);
            points[2 * i + 1] = Math.clamp(scale.y(curve.y()[i]), -1, scale.height() + 1);
        }
        line.getPoints().setAll(points);
        line.getStyleClass().setAll("curve", curve.style());
        area.getChildren().add(line);
        if (curve.dotted()) {
            for (int i = 0; i < curve.x().length; i++) {
                Circle dot = new Circle(points[2 * i], points[2 * i + 1], DOT);
                dot.getStyleClass().setAll("curve-dot", curve.style());
                area.getChildren().add(dot);
            }
        }
    }

    private void drawNow(double x, double width, double height) {
        double place = Math.round(x) + 0.5;
        area.getChildren().add(line(place, 0, place, height, "curve-now"));
        boolean right = x < width - 40;
        frame.add(
                words(
                        nowWords,
                        LEFT + place + (right ? 5 : -5),
                        TOP + 8,
                        right ? 0 : 1,
                        "curve-label"));
    }

    private void drawMark(ChartContent.Mark mark, Scale scale) {
        double x = scale.x(mark.x());
        double y = scale.y(mark.y());
        Circle ring = new Circle(x, y, RING);
        ring.getStyleClass().setAll("curve-ring");
        // Above the point, or below it where it is near the top.
        boolean above = y > 3 * CALLOUT_HEIGHT;
        double middle = above ? CALLOUT_HEIGHT / 2 + 12 : scale.height() - CALLOUT_HEIGHT;
        double from = above ? middle + CALLOUT_HEIGHT / 2 : y + RING;
        double to = above ? y - RING : middle - CALLOUT_HEIGHT / 2;
        area.getChildren().addAll(line(x, from, x, to, "curve-stalk"), ring);
        frame.add(
                words(
                        mark.words(),
                        LEFT + x,
                        TOP + middle,
                        x > scale.width() / 2 ? 0.9 : 0.1,
                        "curve-callout"));
    }

    private static Line line(double x1, double y1, double x2, double y2, String style) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().setAll(style);
        return line;
    }

    /**
     * @param share of its width that is left of the place
     */
    private Words words(String words, double x, double middle, double share, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setManaged(false);
        return new Words(label, x, middle, share, this);
    }
}
