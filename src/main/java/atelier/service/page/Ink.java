package atelier.service.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/** What pictures of figures are drawn with: the window's dark colours, and its sizes of text. */
public final class Ink {

    /** Behind everything. */
    public static final Color WINDOW = new Color(0x0d1117);

    /** Behind what belongs together. */
    public static final Color CARD = new Color(0x161b22);

    /** Around a card. */
    public static final Color BORDER = new Color(0x30363d);

    /** Lines of a grid. */
    public static final Color HAIRLINE = new Color(0x262c34);

    /** Headings and figures. */
    public static final Color STRONG = new Color(0xf0f6fc);

    /** Remarks. */
    public static final Color QUIET = new Color(0x9aa4ae);

    /** What to look at. */
    public static final Color ACCENT = new Color(0x58a6ff);

    /** What it is held against. */
    public static final Color AGAINST = new Color(0xe3b341);

    /** Of the whole picture. */
    public static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 17);

    /** Of a part. */
    public static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 12);

    /** Everything else. */
    public static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final float[] DASHES = {4, 4};
    private static final int CORNER = 8;

    private Ink() {}

    /** Smooth lines and letters. */
    public static void prepare(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    /** Draws a card, empty. */
    public static void card(Graphics2D graphics, int x, int y, int width, int height) {
        graphics.setColor(CARD);
        graphics.fillRoundRect(x, y, width, height, CORNER, CORNER);
        graphics.setColor(BORDER);
        graphics.setStroke(line(1));
        graphics.drawRoundRect(x, y, width, height, CORNER, CORNER);
    }

    /** Draws text. */
    public static void text(
            Graphics2D graphics, Font font, Color colour, String text, int x, int y) {
        graphics.setFont(font);
        graphics.setColor(colour);
        graphics.drawString(text, x, y);
    }

    /** The text, cut where it has no room. */
    public static String cut(Graphics2D graphics, Font font, String text, int room) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        String shown = text;
        while (metrics.stringWidth(shown) > room && shown.length() > 2) {
            shown = shown.substring(0, shown.length() - 2).strip() + "…";
        }
        return shown;
    }

    /**
     * The text in lines that have room, broken between words; the last is cut where there are too
     * many.
     *
     * @param most lines, at least one
     */
    public static List<String> lines(
            Graphics2D graphics, Font font, String text, int room, int most) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = (lines.getLast() + " " + word).strip();
            if (metrics.stringWidth(longer) <= room || lines.size() == most) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        lines.replaceAll(line -> cut(graphics, font, line, room));
        return lines;
    }

    /** A line with round ends. */
    public static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** A thin broken line. */
    public static BasicStroke dashed() {
        return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASHES, 0);
    }
}
