package atelier.service.training.curves;

import atelier.service.page.Ink;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Draws one panel as a card. */
final class PanelPainter {

    private static final int LEFT = 56;
    private static final int RIGHT = 26;
    private static final int TOP = 40;
    private static final int BOTTOM = 30;
    private static final int PADDING = 16;
    private static final int SWATCH = 16;
    private static final int MARK_HEIGHT = 42;
    private static final int MARK_WIDTH = 80;
    private static final double DOT = 2.6;

    private final Graphics2D graphics;
    private final Panel panel;
    private final Rectangle card;
    private final Rectangle plot;
    private final Scale steps;
    private final Scale values;
    private final long now;

    /**
     * @param card where it goes
     * @param steps of the whole run
     * @param now steps that are done
     */
    PanelPainter(Graphics2D graphics, Panel panel, Rectangle card, long steps, long now) {
        this.graphics = graphics;
        this.panel = panel;
        this.card = card;
        this.plot =
                new Rectangle(
                        card.x + LEFT,
                        card.y + TOP,
                        card.width - LEFT - RIGHT,
                        card.height - TOP - BOTTOM);
        this.steps = new Scale(0, steps);
        this.values = panel.values();
        this.now = now;
    }

    void paint() {
        Ink.card(graphics, card.x, card.y, card.width, card.height);
        graphics.setColor(Ink.STRONG);
        graphics.setFont(Ink.TITLE);
        graphics.drawString(panel.title(), card.x + PADDING, card.y + 24);
        graphics.setFont(Ink.TEXT);
        legend();
        axes();
        Shape clip = graphics.getClip();
        graphics.clipRect(plot.x, plot.y - 4, plot.width + 6, plot.height + 8);
        panel.curves().forEach(this::curve);
        graphics.setClip(clip);
    }

    private void legend() {
        int right = card.x + card.width - RIGHT;
        if (panel.curves().size() < 2) {
            graphics.setColor(Ink.QUIET);
            right -= graphics.getFontMetrics().stringWidth(panel.remark());
            graphics.drawString(panel.remark(), right, card.y + 24);
            return;
        }
        for (Curve curve : panel.curves().reversed()) {
            right -= graphics.getFontMetrics().stringWidth(curve.name());
            graphics.setColor(Ink.QUIET);
            graphics.drawString(curve.name(), right, card.y + 24);
            right -= SWATCH + 6;
            graphics.setColor(curve.look().ink());
            graphics.setStroke(Ink.line(Math.max(2, curve.look().width())));
            graphics.draw(new Line2D.Double(right, card.y + 20, right + SWATCH, card.y + 20));
            if (curve.look().dotted()) {
                dot(right + SWATCH / 2.0, card.y + 20);
            }
            right -= PADDING;
        }
    }

    private void axes() {
        graphics.setStroke(Ink.line(1));
        for (double value : values.marks(Math.max(2, plot.height / MARK_HEIGHT))) {
            double y = y(value);
            graphics.setColor(Ink.HAIRLINE);
            graphics.draw(new Line2D.Double(plot.x, y, plot.x + plot.width, y));
            String label = Scale.label(value);
            graphics.setColor(Ink.QUIET);
            graphics.drawString(
                    label,
                    plot.x - 8 - graphics.getFontMetrics().stringWidth(label),
                    (float) y + 4);
        }
        for (double step : steps.marks(Math.max(2, plot.width / MARK_WIDTH))) {
            if (step == Math.rint(step)) {
                String label = Scale.label(step);
                graphics.drawString(
                        label,
                        (float) x(step) - graphics.getFontMetrics().stringWidth(label) / 2f,
                        plot.y + plot.height + 18);
            }
        }
        if (now < steps.to()) {
            graphics.setColor(Ink.QUIET);
            graphics.setStroke(Ink.dashed());
            double x = x((double) now);
            graphics.draw(new Line2D.Double(x, plot.y, x, plot.y + plot.height));
        }
    }

    private void curve(Curve curve) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < curve.x().length; i++) {
            if (i == 0) {
                path.moveTo(x(curve.x()[i]), y(curve.y()[i]));
            } else {
                path.lineTo(x(curve.x()[i]), y(curve.y()[i]));
            }
        }
        graphics.setColor(curve.look().ink());
        graphics.setStroke(Ink.line(curve.look().width()));
        graphics.draw(path);
        if (curve.look().dotted()) {
            for (int i = 0; i < curve.x().length; i++) {
                dot(x(curve.x()[i]), y(curve.y()[i]));
            }
            lowest(curve);
        }
    }

    /** A ring about the lowest value, whose number the legend's reader wants to know. */
    private void lowest(Curve curve) {
        int lowest = 0;
        for (int i = 1; i < curve.y().length; i++) {
            lowest = curve.y()[i] < curve.y()[lowest] ? i : lowest;
        }
        if (curve.y().length > 1) {
            double x = x(curve.x()[lowest]);
            double y = y(curve.y()[lowest]);
            graphics.setStroke(Ink.line(1.4f));
            graphics.draw(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
        }
    }

    private void dot(double x, double y) {
        graphics.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
    }

    private double x(double step) {
        return plot.x + plot.width * steps.place(step);
    }

    private double y(double value) {
        return plot.y + plot.height * (1 - values.place(value));
    }
}
