package atelier.ui.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
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
 * for each curve, and drawn at most once a frame with what the last drawing left, so that thousands
 * of points that come all the time do not hold up the window; colours and forms come from the style
 * sheet.
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
    private static final String LABEL = "curve-label";

    private final Pane area = new Pane();
    private final Kept<Line> lines = layer(area, Line::new);
    private final Kept<Polyline> curves = layer(area, Polyline::new);
    private final Kept<Circle> dots = layer(area, () -> new Circle(DOT));
    private final Kept<Line> uprights = layer(area, Line::new);
    private final Kept<Circle> rings = layer(area, () -> new Circle(RING));
    private final Pane frame = new Pane();
    private final Kept<Label> labels = new Kept<>(frame.getChildren(), Label::new);
    private final List<Words> words = new ArrayList<>();
    private DoubleFunction<String> xWords = x -> "";
    private DoubleFunction<String> yWords = y -> "";
    private String nowWords = "";
    private @Nullable ChartContent content;
    private boolean drawn;
    private double drawnWidth;
    private double drawnHeight;

    /** Without curves. */
    public CurveChart() {
        getStyleClass().add("curve-chart");
        area.getStyleClass().add("curve-area");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(area.widthProperty());
        clip.heightProperty().bind(area.heightProperty());
        area.setClip(clip);
        area.setManaged(false);
        frame.setManaged(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    private static <N extends Node> Kept<N> layer(Pane area, Supplier<N> maker) {
        Pane layer = new Pane();
        layer.setManaged(false);
        area.getChildren().add(layer);
        return new Kept<>(layer.getChildren(), maker);
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
        drawLater();
    }

    /** Shows something else, from the next frame on. */
    public void show(ChartContent shown) {
        content = shown;
        drawLater();
    }

    private void drawLater() {
        drawn = false;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (!drawn || getWidth() != drawnWidth || getHeight() != drawnHeight) {
            draw();
        }
        words.forEach(Words::place);
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
        drawn = true;
        drawnWidth = getWidth();
        drawnHeight = getHeight();
        words.clear();
        double width = drawnWidth - LEFT - RIGHT;
        double height = drawnHeight - TOP - FOOT;
        ChartContent shown = content;
        if (shown == null || width <= 0 || height <= 0) {
            getChildren().clear();
            return;
        }
        area.resizeRelocate(LEFT, TOP, width, height);
        List<Kept<?>> layers = List.of(lines, curves, dots, uprights, rings, labels);
        layers.forEach(Kept::begin);
        Scale scale = new Scale(shown, shown.range(), width, height);
        drawAxes(scale);
        shown.curves().forEach(curve -> drawCurve(curve, scale));
        if (shown.now() != null) {
            drawNow(scale.x(shown.now()), width, height);
        }
        if (shown.mark() != null) {
            drawMark(shown.mark(), scale);
        }
        boolean others = getChildren().isEmpty();
        for (Kept<?> layer : layers) {
            others |= layer.end();
        }
        if (others) {
            getChildren().setAll(area, frame);
            // The frame that is being laid out was styled before they came.
            applyCss();
        }
    }

    /** Where numbers stand in the area. */
    private record Scale(
            ChartContent shown, ChartContent.Range range, double width, double height) {

        double x(double value) {
            return value / Math.max(1, shown.end()) * width;
        }

        double y(double value) {
            return height - (value - range.low()) / (range.high() - range.low()) * height;
        }
    }

    private void drawAxes(Scale scale) {
        int up = Math.clamp((int) (scale.height() / ROOM_UP) + 1, 3, 6);
        for (double tick : Ticks.between(scale.range().low(), scale.range().high(), up)) {
            double y = Math.round(scale.y(tick)) + 0.5;
            line(lines, 0, y, scale.width(), y, "curve-grid");
            say(yWords.apply(tick), LEFT - 8, TOP + y, 1, LABEL);
        }
        int across = Math.clamp((int) (scale.width() / ROOM_ACROSS) + 1, 2, 11);
        double end = Math.max(1, scale.shown().end());
        double foot = TOP + scale.height() + FOOT / 2 + 2;
        for (double tick : Ticks.between(0, end, across)) {
            say(xWords.apply(tick), LEFT + scale.x(tick), foot, 0.5, LABEL);
        }
        double bottom = scale.height() - 0.5;
        line(lines, 0, bottom, scale.width(), bottom, "curve-axis");
    }

    private void drawCurve(Curve curve, Scale scale) {
        Double[] points = new Double[curve.x().length * 2];
        for (int i = 0; i < curve.x().length; i++) {
            points[2 * i] = scale.x(curve.x()[i]);
            points[2 * i + 1] = Math.clamp(scale.y(curve.y()[i]), -1, scale.height() + 1);
        }
        curves.next("curve", curve.style()).getPoints().setAll(points);
        if (curve.dotted()) {
            for (int i = 0; i < curve.x().length; i++) {
                Circle dot = dots.next("curve-dot", curve.style());
                dot.setCenterX(points[2 * i]);
                dot.setCenterY(points[2 * i + 1]);
            }
        }
    }

    private void drawNow(double x, double width, double height) {
        double place = Math.round(x) + 0.5;
        line(uprights, place, 0, place, height, "curve-now");
        boolean right = x < width - 40;
        say(nowWords, LEFT + place + (right ? 5 : -5), TOP + 8, right ? 0 : 1, LABEL);
    }

    private void drawMark(ChartContent.Mark mark, Scale scale) {
        double x = scale.x(mark.x());
        double y = scale.y(mark.y());
        // Above the point, or below it where it is near the top.
        boolean above = y > 3 * CALLOUT_HEIGHT;
        double middle = above ? CALLOUT_HEIGHT / 2 + 12 : scale.height() - CALLOUT_HEIGHT;
        double from = above ? middle + CALLOUT_HEIGHT / 2 : y + RING;
        double to = above ? y - RING : middle - CALLOUT_HEIGHT / 2;
        line(uprights, x, from, x, to, "curve-stalk");
        Circle ring = rings.next("curve-ring");
        ring.setCenterX(x);
        ring.setCenterY(y);
        say(
                mark.words(),
                LEFT + x,
                TOP + middle,
                x > scale.width() / 2 ? 0.9 : 0.1,
                "curve-callout");
    }

    private static void line(
            Kept<Line> to, double x1, double y1, double x2, double y2, String style) {
        Line line = to.next(style);
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }

    /**
     * @param share of its width that is left of the place
     */
    private void say(String text, double x, double middle, double share, String style) {
        Label label = labels.next("label", style);
        label.setText(text);
        words.add(new Words(label, x, middle, share, this));
    }
}
