package atelier.service.training.curves;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** What everything is drawn with: the window's dark colours, and its sizes of text. */
final class Ink {

    static final Color WINDOW = new Color(0x0d1117);
    static final Color CARD = new Color(0x161b22);
    static final Color BORDER = new Color(0x30363d);
    static final Color HAIRLINE = new Color(0x262c34);
    static final Color STRONG = new Color(0xf0f6fc);
    static final Color QUIET = new Color(0x9aa4ae);

    static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 12);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final float[] DASHES = {4, 4};

    private Ink() {}

    /** Smooth lines and letters. */
    static void prepare(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static Color of(Curve.Look look) {
        Color colour = new Color(look.colour());
        return new Color(
                colour.getRed(),
                colour.getGreen(),
                colour.getBlue(),
                Math.round(255 * look.opacity()));
    }

    static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed() {
        return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASHES, 0);
    }
}
