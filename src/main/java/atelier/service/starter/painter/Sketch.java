package atelier.service.starter.painter;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A line being drawn point by point, in lengths of 256 to a picture's side: x to the right, y down.
 */
final class Sketch {

    /** One stretch of the line, as a cubic curve from where the last one ended. */
    private record Stretch(double ax, double ay, double bx, double by, double x, double y) {}

    private final double startX;
    private final double startY;
    private final List<Stretch> stretches = new ArrayList<>();
    private double x;
    private double y;

    private Sketch(double x, double y) {
        this.startX = x;
        this.startY = y;
        this.x = x;
        this.y = y;
    }

    /** Sets the pen down. */
    static Sketch at(double x, double y) {
        return new Sketch(x, y);
    }

    /** A straight line. */
    Sketch line(double toX, double toY) {
        return curve(
                x + (toX - x) / 3,
                y + (toY - y) / 3,
                x + (toX - x) * 2 / 3,
                y + (toY - y) * 2 / 3,
                toX,
                toY);
    }

    /** A quadratic curve, drawn towards a point that it does not reach. */
    Sketch bend(double overX, double overY, double toX, double toY) {
        return curve(
                x + (overX - x) * 2 / 3,
                y + (overY - y) * 2 / 3,
                toX + (overX - toX) * 2 / 3,
                toY + (overY - toY) * 2 / 3,
                toX,
                toY);
    }

    /** A cubic curve with its two control points. */
    Sketch curve(double ax, double ay, double bx, double by, double toX, double toY) {
        stretches.add(new Stretch(ax, ay, bx, by, toX, toY));
        x = toX;
        y = toY;
        return this;
    }

    /** The line as it is, open. */
    Path2D open() {
        Path2D path = new Path2D.Double();
        path.moveTo(startX, startY);
        for (Stretch s : stretches) {
            path.curveTo(s.ax, s.ay, s.bx, s.by, s.x, s.y);
        }
        return path;
    }

    /** The line, led back to where it began. */
    Path2D closed() {
        Path2D path = open();
        path.closePath();
        return path;
    }

    /** The line as the right half of a thing, and its mirror image in x = 0 as the left half. */
    Path2D mirrored() {
        Path2D path = open();
        path.lineTo(-x, y);
        for (int i = stretches.size() - 1; i >= 0; i--) {
            Stretch s = stretches.get(i);
            double toX = i == 0 ? startX : stretches.get(i - 1).x;
            double toY = i == 0 ? startY : stretches.get(i - 1).y;
            path.curveTo(-s.bx, s.by, -s.ax, s.ay, -toX, toY);
        }
        path.closePath();
        return path;
    }

    /** An ellipse around a point. */
    static Shape oval(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    /** A circle around a point. */
    static Shape circle(double x, double y, double radius) {
        return oval(x, y, radius, radius);
    }

    /** A box with round corners, by its left upper corner. */
    static Shape box(double x, double y, double width, double height, double radius) {
        double r = radius;
        return at(x + r, y)
                .line(x + width - r, y)
                .bend(x + width, y, x + width, y + r)
                .line(x + width, y + height - r)
                .bend(x + width, y + height, x + width - r, y + height)
                .line(x + r, y + height)
                .bend(x, y + height, x, y + height - r)
                .line(x, y + r)
                .bend(x, y, x + r, y)
                .closed();
    }
}
