package atelier.service.starter.painter;

import atelier.model.starter.DrawingStyle;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

/**
 * What shapes are painted on, in one of the three hands: flat colours; flat colours within inked
 * outlines; or colours that go from light to shadow, with shadows that have no edge.
 *
 * <p>Details that must not leave a thing are painted on a layer of its own, as Java's clipping
 * leaves steps at the edge.
 */
final class Canvas {

    private static final Color INK = new Color(0x2a1a2c);
    private static final double INK_WIDTH = 3.4;
    private static final double SOFTNESS = 5;

    private final BufferedImage layer;
    private final Graphics2D graphics;
    private final DrawingStyle style;
    private final double scale;

    /**
     * @param layer to paint on, transparent or not
     * @param transform from lengths of 256 to a side to pixels
     */
    Canvas(BufferedImage layer, DrawingStyle style, AffineTransform transform) {
        this.layer = layer;
        this.graphics = layer.createGraphics();
        this.style = style;
        // Determinants of turns and scales: the square of how much longer things get.
        this.scale = Math.sqrt(Math.abs(transform.getDeterminant()));
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.transform(transform);
    }

    /** The same layer under a further transform. */
    Canvas under(AffineTransform transform) {
        AffineTransform whole = graphics.getTransform();
        whole.concatenate(transform);
        return new Canvas(layer, style, whole);
    }

    /** Whether the hand is the soft one, which leaves out hard lights. */
    boolean soft() {
        return style == DrawingStyle.SOFT;
    }

    /** A thing: with an outline or from light to shadow, as the hand asks. */
    void thing(Shape shape, Color color) {
        thing(shape, color, inside -> {});
    }

    /** A thing with details that stay within it. */
    void thing(Shape shape, Color color, Consumer<Canvas> details) {
        within(shape, graded(shape, color), details);
        ink(shape);
    }

    /** Several things that are one, such as curls: outlined as a whole. */
    void things(List<? extends Shape> shapes, Color color) {
        shapes.forEach(this::ink);
        for (Shape shape : shapes) {
            graphics.setPaint(graded(shape, color));
            graphics.fill(shape);
        }
    }

    /** A detail without an outline. */
    void detail(Shape shape, Color color) {
        graphics.setPaint(color);
        graphics.fill(shape);
    }

    /** A detail without an outline, with further details that stay within it. */
    void detail(Shape shape, Color color, Consumer<Canvas> details) {
        within(shape, color, details);
    }

    /** A detail that changes colour from its top to its bottom. */
    void fade(Shape shape, Color top, Color bottom) {
        Rectangle2D bounds = shape.getBounds2D();
        graphics.setPaint(
                new LinearGradientPaint(
                        new Point2D.Double(0, bounds.getMinY()),
                        new Point2D.Double(0, bounds.getMaxY()),
                        new float[] {0, 1},
                        new Color[] {top, bottom}));
        graphics.fill(shape);
    }

    /** A shadow or a light on a thing, to be used within it: the soft hand blurs its edge. */
    void shade(Shape shape, Color color) {
        if (!soft()) {
            detail(shape, color);
            return;
        }
        int radius = Math.max(1, (int) (SOFTNESS * scale));
        Rectangle area = deviceArea(shape, 3 * radius);
        if (area.isEmpty()) {
            return;
        }
        Canvas part = part(area);
        part.detail(shape, color);
        Raster.blur(part.layer, radius);
        put(part, area);
    }

    /** A line with round ends. */
    void line(Shape shape, Color color, double width) {
        graphics.setPaint(color);
        graphics.setStroke(
                new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** The outline of a thing, where the hand draws one. */
    void ink(Shape shape) {
        if (style == DrawingStyle.OUTLINE) {
            line(shape, INK, INK_WIDTH);
        }
    }

    /** Lends a light to all that has been painted, and to nothing else. */
    void light(Color color) {
        graphics.setComposite(AlphaComposite.SrcAtop);
        detail(new Rectangle2D.Double(-1000, -1000, 3000, 3000), color);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    private Paint graded(Shape shape, Color color) {
        if (!soft()) {
            return color;
        }
        Rectangle2D bounds = shape.getBounds2D();
        if (bounds.getWidth() + bounds.getHeight() < 1) {
            return color;
        }
        return new LinearGradientPaint(
                new Point2D.Double(bounds.getMinX(), bounds.getMinY()),
                new Point2D.Double(bounds.getMinX() + bounds.getWidth() * 0.7, bounds.getMaxY()),
                new float[] {0, 0.5f, 1},
                new Color[] {Tint.light(color, 0.3), color, Tint.dark(color, 0.22)});
    }

    private void within(Shape shape, Paint paint, Consumer<Canvas> details) {
        Rectangle area = deviceArea(shape, 2);
        if (area.isEmpty()) {
            return;
        }
        Canvas part = part(area);
        part.graphics.setPaint(paint);
        part.graphics.fill(shape);
        part.graphics.setComposite(AlphaComposite.SrcAtop);
        details.accept(part);
        put(part, area);
    }

    private Rectangle deviceArea(Shape shape, int margin) {
        Rectangle bounds = graphics.getTransform().createTransformedShape(shape).getBounds();
        bounds.grow(margin, margin);
        return bounds.intersection(new Rectangle(layer.getWidth(), layer.getHeight()));
    }

    private Canvas part(Rectangle area) {
        BufferedImage image =
                new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB_PRE);
        // In whole pixels, so that edges fall where they would have fallen on the layer itself.
        AffineTransform moved = AffineTransform.getTranslateInstance(-area.x, -area.y);
        moved.concatenate(graphics.getTransform());
        return new Canvas(image, style, moved);
    }

    private void put(Canvas part, Rectangle area) {
        AffineTransform kept = graphics.getTransform();
        graphics.setTransform(new AffineTransform());
        graphics.drawImage(part.layer, area.x, area.y, null);
        graphics.setTransform(kept);
    }
}
